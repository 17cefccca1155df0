"""Scenes of a storyboard as values, and the time that we propose for them."""

from dataclasses import asdict, dataclass

from pragola.scoring.edition import Edition
from pragola.web.evidence.models import Scene
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.times import minute_second


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a scene says and shows, and how many seconds it may take."""

    seconds: int
    said: str
    shown: str


def budget_of(edition: Edition) -> tuple[int, ...]:
    """Our proposal: the most that the edition takes, in equal parts of whole seconds."""
    number = len(edition.video.substances.value)
    each, rest = divmod(edition.video.max_minutes.value * 60, number)
    return tuple(each + (place < rest) for place in range(number))


def told_of(row: Scene | None, edition: Edition, number: int) -> Told:
    """What the scene of that number says, or what is proposed where nothing is saved."""
    if row is None:
        return Told(seconds=budget_of(edition)[number - 1], said="", shown="")
    return Told(seconds=row.seconds, said=row.said, shown=row.shown)


def as_json(told: Told) -> dict[str, Jsonable]:
    """A scene as it is compared and logged."""
    return asdict(told) | {"seconds": minute_second(told.seconds)}
