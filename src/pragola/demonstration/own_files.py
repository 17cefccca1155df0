"""The room's own YAML files: closed, every scalar read as text."""

from collections.abc import Hashable
from importlib.resources import files
from types import TracebackType
from typing import Any, Self

import yaml

from pragola.scoring.faults import Fault, PragolaError


class DemonstrationFilesError(PragolaError):
    """One of the room's own files is not as it should be."""


def read_own_file(name: str) -> object:
    """What stands in the file: texts, lists and mappings; a duplicate key is refused."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_TextLoader)


def faulty(place: str, *, found: object, expected: str) -> DemonstrationFilesError:
    """The error for something at `place` that should have been otherwise."""
    return DemonstrationFilesError(
        Fault(code="demonstration_file_faulty", place=place, found=str(found), expected=expected)
    )


class Fields:
    """A mapping that is taken apart key by key; what is left over at the end is refused."""

    def __init__(self, node: object, *, place: str) -> None:
        if not isinstance(node, dict):
            raise faulty(place, found=node, expected="a mapping")
        self._left: dict[str, object] = dict(node)
        self._place = place

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None and self._left:
            raise faulty(self._place, found=", ".join(self._left), expected="no such keys")

    def has(self, key: str) -> bool:
        """Whether the key is there and not yet taken."""
        return key in self._left

    def node(self, key: str) -> object:
        """Whatever stands at the key."""
        if key not in self._left:
            raise faulty(self._place, found="", expected=key)
        return self._left.pop(key)

    def text(self, key: str) -> str:
        """The text at the key."""
        return _text(self.node(key), place=f"{self._place}.{key}")

    def optional_text(self, key: str) -> str | None:
        """The text at the key, None without it."""
        return self.text(key) if self.has(key) else None

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of the list at the key."""
        place = f"{self._place}.{key}"
        return tuple(_text(item, place=place) for item in items_of(self.node(key), place=place))

    def pairs(self, key: str) -> dict[str, str]:
        """The mapping from text to text at the key."""
        place = f"{self._place}.{key}"
        return {name: _text(value, place=place) for name, value in mapping_of(self.node(key))}


def items_of(node: object, *, place: str) -> list[object]:
    """The items of a list."""
    if not isinstance(node, list):
        raise faulty(place, found=node, expected="a list")
    return node


def mapping_of(node: object) -> list[tuple[str, object]]:
    """The keys and values of a mapping, in the file's order."""
    if not isinstance(node, dict):
        raise faulty("", found=node, expected="a mapping")
    return list(node.items())


def _text(node: object, *, place: str) -> str:
    if not isinstance(node, str):
        raise faulty(place, found=node, expected="a text")
    return node


class _TextLoader(yaml.BaseLoader):
    """Reads scalars as text (1.10 stays 1.10) and refuses duplicate keys."""

    def construct_mapping(
        self,
        node: yaml.MappingNode,
        deep: bool = False,  # noqa: FBT001, FBT002 (the library's own signature)
    ) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise faulty(str(node.start_mark), found=", ".join(twice), expected="each key once")
        return super().construct_mapping(node, deep=deep)
