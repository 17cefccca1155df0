"""What one single change would add to the region's index, exact."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pragola.scoring.answers import Innovation
from pragola.scoring.edition import Edition
from pragola.scoring.results import InnovationScore, Margin, MarginKind, RowScore, Score
from pragola.scoring.score import (
    affairs_that_cover,
    count_score_of,
    divisor_of,
    index_of,
    score_innovation,
)


def margins_of(
    edition: Edition, score: Score, *, drafts: Iterable[Innovation] = ()
) -> tuple[Margin, ...]:
    """Every single change's effect: levels, innovations withheld, drafts and others entered."""
    standing = _Standing.of(edition, score)
    return (
        *_spd_levels(edition, score),
        *_claim_levels(edition, score),
        *(_withheld(standing, innovation) for innovation in score.innovations),
        *(_entered(standing, score_innovation(edition, draft)) for draft in drafts),
        _average_entered(standing),
        standing.margin(MarginKind.ENTER_REJECTED, standing.with_rejected()),
    )


def reporting_line(edition: Edition, score: Score) -> Fraction:
    """Points one further innovation needs so that reporting it does not lower the index.

    0 where any reported innovation helps; the coverage of basic services is taken as it is.
    """
    enough = score.basic_services.enough
    gained = count_score_of(edition, score.counted + 1, enough=enough) - score.count_score
    divisor = divisor_of(edition, score.entered + 1)
    needed = (score.mean - Fraction(gained)) * divisor - Fraction(score.sid_sum)
    return max(needed, Fraction(0))


def level_worth(edition: Edition, weight: Decimal, *, divisor: int = 1) -> Fraction:
    """Index points that one level more of a row with this weight adds."""
    return index_of(edition, Fraction(weight) / divisor)


def _spd_levels(edition: Edition, score: Score) -> Iterator[Margin]:
    for row in _rows_below_top(score.spd_rows):
        yield _level_margin(MarginKind.SPD_LEVEL, row, level_worth(edition, _weight(row)))


def _claim_levels(edition: Edition, score: Score) -> Iterator[Margin]:
    worth = {
        i.weight.value: level_worth(edition, i.weight.value, divisor=score.divisor)
        for i in edition.sid_indicators
    }
    for innovation in score.innovations:
        if not innovation.counted:
            continue
        for row in _rows_below_top(innovation.rows):
            adds = worth[_weight(row)]
            yield _level_margin(MarginKind.CLAIM_LEVEL, row, adds, innovation=innovation.id)


def _rows_below_top(rows: Iterable[RowScore]) -> Iterator[RowScore]:
    return (row for row in rows if row.level < row.indicator.highest_level)


def _weight(row: RowScore) -> Decimal:
    return row.indicator.weight.value


def _level_margin(
    kind: MarginKind, row: RowScore, adds: Fraction, *, innovation: str | None = None
) -> Margin:
    return Margin(
        kind=kind,
        adds=adds,
        innovation=innovation,
        indicator=row.indicator.code,
        from_level=row.level,
    )


def _withheld(standing: "_Standing", innovation: InnovationScore) -> Margin:
    index = standing.without(innovation)
    return standing.margin(MarginKind.WITHHOLD, index, innovation=innovation.id)


def _entered(standing: "_Standing", draft: InnovationScore) -> Margin:
    points = sum((row.score for row in draft.rows), Decimal(0))
    index = standing.with_one_more(Fraction(points), affairs=draft.affairs)
    return standing.margin(MarginKind.ENTER, index, innovation=draft.id)


def _average_entered(standing: "_Standing") -> Margin:
    counted = standing.score.counted
    average = Fraction(standing.score.sid_sum) / counted if counted else Fraction(0)
    return standing.margin(MarginKind.ENTER, standing.with_one_more(average))


@dataclass(frozen=True, slots=True)
class _Standing:
    """The region's sums, from which the index of a changed region follows at once."""

    edition: Edition
    score: Score
    basic_covered_by: Counter[str]

    @classmethod
    def of(cls, edition: Edition, score: Score) -> "_Standing":
        covered_by: Counter[str] = Counter()
        for innovation in score.innovations:
            if innovation.counted:
                covered_by.update(_basic(edition, innovation.affairs))
        return cls(edition, score, covered_by)

    def margin(self, kind: MarginKind, index: Fraction, *, innovation: str | None = None) -> Margin:
        return Margin(kind=kind, adds=index - self.score.index_exact, innovation=innovation)

    def without(self, innovation: InnovationScore) -> Fraction:
        if not innovation.counted:
            entered = self.score.entered - int(self.score.rejected_in_divisor)
            return self._index(entered=entered)
        remaining = self.basic_covered_by - Counter(_basic(self.edition, innovation.affairs))
        return self._index(
            added=-Fraction(innovation.score),
            entered=self.score.entered - 1,
            counted=self.score.counted - 1,
            covered=len(remaining),
        )

    def with_one_more(self, points: Fraction, *, affairs: tuple[str, ...] = ()) -> Fraction:
        widened = set(self.basic_covered_by) | _basic(self.edition, affairs)
        return self._index(
            added=points,
            entered=self.score.entered + 1,
            counted=self.score.counted + 1,
            covered=len(widened),
        )

    def with_rejected(self) -> Fraction:
        return self._index(entered=self.score.entered + int(self.score.rejected_in_divisor))

    def _index(
        self,
        *,
        added: Fraction = Fraction(0),
        entered: int,
        counted: int | None = None,
        covered: int | None = None,
    ) -> Fraction:
        counted = self.score.counted if counted is None else counted
        covered = len(self.basic_covered_by) if covered is None else covered
        minimum = self.edition.min_basic_services
        count_score = count_score_of(
            self.edition, counted, enough=minimum is None or covered >= minimum.value
        )
        sid = (Fraction(self.score.sid_sum) + added) / divisor_of(self.edition, entered)
        return index_of(self.edition, Fraction(self.score.spd) + sid + Fraction(count_score))


def _basic(edition: Edition, affairs: tuple[str, ...]) -> set[str]:
    return set(affairs_that_cover(edition, affairs)) & set(edition.basic_affairs)
