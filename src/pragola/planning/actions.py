"""What a plan does, one action at a time, and the answers as they are after it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from pragola.scoring.answers import Answers, Claim, Innovation, Status


class ActionKind(StrEnum):
    """What kind of thing is done."""

    COLLECTIVE = "collective"
    RAISE = "raise"
    ENTER = "enter"
    WITHHOLD = "withhold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A row that stands higher afterwards; `innovation` None is a row of the region."""

    innovation: str | None
    indicator: str
    from_level: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing to do. `effort` is in person-days.

    `adds` is what the index would lack without it, in index points, exact: what waits for it or
    climbs on would be lost too. `unit` None is the region. `waits_for` names what has to be
    there before, as rows (`SID-01`) or ids of collective actions.

    RAISE: `unit` itself brings the row from `from_level` to `level`, where `from_level` may be
    what a collective action reaches. COLLECTIVE: `collective` is its id, `reaches` the rows it
    carries. ENTER, WITHHOLD: `innovation`.
    """

    kind: ActionKind
    effort: Decimal
    unit: str | None = None
    innovation: str | None = None
    indicator: str | None = None
    from_level: int = 0
    level: int = 0
    collective: str | None = None
    title: str = ""
    reaches: tuple[Reached, ...] = ()
    waits_for: tuple[str, ...] = ()
    adds: Fraction = Fraction(0)


type Row = tuple[str | None, str]
"""A row by innovation (None: the region's own) and indicator."""


def changed_answers(
    answers: Answers, levels: Mapping[Row, int], *, reported: Mapping[str, bool]
) -> Answers:
    """The answers with those rows at those levels, and entries entered or withheld.

    A verdict on a row that is raised no longer stands; a base of benefit is kept.
    """
    spd = dict(answers.spd)
    of_innovation: dict[str, dict[str, int]] = {}
    for (innovation, indicator), level in levels.items():
        if innovation is None:
            spd[indicator] = Claim(level=level)
        else:
            of_innovation.setdefault(innovation, {})[indicator] = level
    innovations = (
        _changed(each, of_innovation.get(each.id, {}), _status(each, reported))
        for each in answers.innovations
    )
    return replace(answers, spd=spd, innovations=tuple(innovations))


def _status(innovation: Innovation, reported: Mapping[str, bool]) -> Status:
    if innovation.id not in reported:
        return innovation.status
    return Status.ACCEPTED if reported[innovation.id] else Status.DRAFT


def _changed(innovation: Innovation, levels: Mapping[str, int], status: Status) -> Innovation:
    if not levels and status is innovation.status:
        return innovation
    return replace(
        innovation,
        status=status,
        claims={**innovation.claims, **dict(_raised(innovation.claims, levels.items()))},
        verdicts={c: v for c, v in innovation.verdicts.items() if c not in levels},
    )


def _raised(
    claims: Mapping[str, Claim], levels: Iterable[tuple[str, int]]
) -> Iterable[tuple[str, Claim]]:
    for code, level in levels:
        base = claims[code].base if code in claims else None
        yield code, Claim(level=level, base=base)
