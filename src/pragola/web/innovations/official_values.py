"""What the ministry found of an entry, between its row and the pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pragola.web.innovations.models import Entry
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.numbers import figure
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """The ministry's points for an innovation, its levels where it gives them, and from where.

    None and what is not among the levels: not known.
    """

    points: Decimal | None = None
    levels: Mapping[str, int] = field(default_factory=dict)
    source: str = ""

    @property
    def is_known(self) -> bool:
        """Whether anything is known."""
        return self.points is not None or bool(self.levels)


def official_of(entry: Entry) -> Official:
    """What is known of an entry; no query."""
    told: Mapping[str, Jsonable] = entry.official
    points, levels = told.get("points"), told.get("levels")
    return Official(
        points=Decimal(str(points)) if points is not None else None,
        levels={code: int(str(level)) for code, level in levels.items()}
        if isinstance(levels, Mapping)
        else {},
        source=str(told.get("source") or ""),
    )


def official_as_json(official: Official) -> dict[str, Jsonable]:
    """The same as it is kept and logged; empty where nothing is known."""
    if not official.is_known:
        return {}
    told: dict[str, Jsonable] = {"source": official.source}
    if official.points is not None:
        told["points"] = f"{official.points:f}"
    if official.levels:
        told["levels"] = dict(sorted(official.levels.items()))
    return told


def official_points(entry: Entry, language: Language) -> str:
    """The ministry's points as pages show them, empty where they are not known."""
    points = official_of(entry).points
    return "" if points is None else figure(points, language)


def official_words(told: Jsonable, language: Language) -> str:
    """What was recorded, as the history of an entry tells it."""
    if not isinstance(told, Mapping):
        return ""
    points, levels = told.get("points"), told.get("levels")
    parts = [figure(Decimal(str(points)), language)] if points is not None else []
    if isinstance(levels, Mapping):
        parts += [f"{code} {level}" for code, level in sorted(levels.items())]
    source = str(told.get("source") or "")
    return " · ".join([", ".join(parts), *([source] if source else [])]) if parts else ""
