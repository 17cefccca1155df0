"""Raw answers put together piece by piece from rows and cells, each piece with its place."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field

from pragola.workbook.raw import Json, Path


@dataclass(slots=True)
class Gathering:
    """Answers as from JSON in the making; `start` is the place of what has no other."""

    start: str
    root: dict[str, Json] = field(default_factory=dict)
    places: dict[Path, str] = field(default_factory=dict)

    def put(self, path: Path, value: Json, place: str) -> None:
        """Set a value; mappings and list items on the way to it are made."""
        above = self._above(path)
        above[_key(path)] = value
        self.places[path] = place

    def put_claim(self, path: Path, cells: Mapping[str, tuple[Json, str]]) -> None:
        """Set a claim from its level, base and figures, each with its place."""
        values: dict[str, Json] = {name: value for name, (value, _) in cells.items()}
        first_place = next(iter(cells.values()))[1]
        bare = values.keys() == {"level"}
        self.put(path, values["level"] if bare else values, first_place)
        for name, (_, place) in cells.items():
            self.places[(*path, name)] = place

    def place_at(self, path: Path) -> str | None:
        """Where the value at this path was put from, None when there is none."""
        return self.places.get(path)

    def place_of(self, path: Path) -> str:
        """The place of the value, or of the nearest thing around it that has one."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.places:
                return self.places[path[:end]]
        return self.start

    def value_at(self, path: Path) -> Json:
        """What was put there, None when nothing was."""
        return self._above(path).get(_key(path)) if path in self.places else None

    def _above(self, path: Path) -> dict[str, Json]:
        mapping = self.root
        for step, below in itertools.pairwise(path):
            if isinstance(below, int):
                mapping = self._item(mapping, _name(step), below)
            elif isinstance(step, str):
                inner = mapping.setdefault(step, {})
                assert isinstance(inner, dict)
                mapping = inner
        return mapping

    def _item(self, mapping: dict[str, Json], name: str, number: int) -> dict[str, Json]:
        items = mapping.setdefault(name, [])
        assert isinstance(items, list)
        while len(items) <= number:
            items.append({})
        item = items[number]
        assert isinstance(item, dict)
        return item


def _key(path: Path) -> str:
    return _name(path[-1])


def _name(step: str | int) -> str:
    assert isinstance(step, str)
    return step
