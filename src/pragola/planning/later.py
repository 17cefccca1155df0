"""The same ground by another edition: what every rung and every entry brings by its rules."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from pragola.planning.carrying import carried_to, level_in
from pragola.planning.ground import Entry, Ground, Ladder
from pragola.planning.scores import rules_of, score_later
from pragola.planning.work import Situation
from pragola.scoring.answers import Claim, Innovation
from pragola.scoring.edition import Edition
from pragola.scoring.results import RowScore
from pragola.scoring.score import affairs_that_cover, score_innovation


def with_later(ground: Ground, situation: Situation, edition: Edition) -> Ground:
    """The ground with what all of it brings by that edition."""
    reader = _Reader(situation, edition)
    carried = carried_to(edition, situation.answers).answers
    now = score_later(situation.answers, edition)
    innovations = {each.id: each for each in carried.innovations}
    region = _ladders(ground.region, now.spd_rows, situation.answers.spd)
    return replace(
        ground,
        later=rules_of(replace(situation, edition=edition, rejected_in_divisor=None), now),
        region=replace(ground.region, ladders=region),
        entries=tuple(reader.entry(each, innovations[each.id or ""]) for each in ground.entries),
    )


@dataclass(frozen=True)
class _Reader:
    situation: Situation
    edition: Edition

    def entry(self, entry: Entry, innovation: Innovation) -> Entry:
        rows = score_innovation(self.edition, innovation).rows
        covers = {*affairs_that_cover(self.edition, innovation.affairs)}
        basic = enumerate(self.edition.basic_affairs)
        return replace(
            entry,
            ladders=_ladders(entry, rows, self._claims(innovation.id)),
            later=Fraction(sum((row.score for row in rows), Decimal(0))),
            later_basic=tuple(place for place, name in basic if name in covers),
        )

    def _claims(self, innovation: str) -> Mapping[str, Claim]:
        return next(i.claims for i in self.situation.answers.innovations if i.id == innovation)


def _ladders(
    entry: Entry, rows: tuple[RowScore, ...], claims: Mapping[str, Claim]
) -> tuple[Ladder, ...]:
    at = {row.indicator.code: row for row in rows}
    return tuple(
        _ladder(each, at[each.row[1]], claims.get(each.row[1])) if each.row[1] in at else each
        for each in entry.ladders
    )


def _ladder(ladder: Ladder, row: RowScore, claim: Claim | None) -> Ladder:
    """The rungs with the points that each brings, as the raised claim would be read."""
    weight = Fraction(row.indicator.weight.value)
    base = None if claim is None else claim.base
    levels = [
        row.level,
        *(level_in(row.indicator, Claim(level=rung.level, base=base)) for rung in ladder.rungs),
    ]
    rungs = (
        replace(rung, later=weight * (level - below))
        for rung, below, level in zip(ladder.rungs, levels, levels[1:], strict=False)
    )
    return replace(ladder, rungs=tuple(rungs))
