"""What became of claims since a moment: raised in their history, judged by verdicts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from pragola.scoring.edition import Edition
from pragola.web.coaching.queries.followup import level_told
from pragola.web.innovations.models import STANDING, Claim, Entry
from pragola.web.review.queries.standing import claimed_level, levels_judged_before
from pragola.web.shared.audit import subject_of
from pragola.web.shared.models import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """One claim since the moment, in points of the edition's weights.

    `verified` is what verdicts say was gained, None where none stands.
    """

    claimed: Fraction
    verified: Fraction | None

    @property
    def raised(self) -> bool:
        """Whether a higher level is claimed than at the moment."""
        return self.claimed > 0

    @property
    def waits(self) -> bool:
        """Whether it was raised and no verdict stands on it."""
        return self.raised and self.verified is None

    @property
    def confirmed(self) -> bool:
        """Whether it was raised and a verdict says that something was gained."""
        return self.raised and bool(self.verified and self.verified > 0)


def gains_since(
    since: datetime, entries: Iterable[Entry], edition: Edition
) -> Mapping[int, list[Gain]]:
    """By entry, what became of each of its claims since that moment; three queries.

    A verdict is measured against the last verdict before the moment. Where there was none, against
    the level claimed then: what was claimed already is no gain, and a return takes nothing away.
    """
    indicators = {each.code: each for each in edition.sid_indicators}
    found = {each.pk: each for each in entries}
    rows = list(
        Claim.objects.filter(entry__in=found, indicator__in=indicators).select_related(
            "entry__assessment"
        )
    )
    first = _first_changes(since, found.values())
    before = levels_judged_before(since, rows)
    gains: dict[int, list[Gain]] = defaultdict(list)
    for row in rows:
        change = first.get((subject_of(found[row.entry_id]), row.indicator))
        indicator = indicators[row.indicator]
        today = claimed_level(row)
        then = level_told(indicator, change.old) if change else today
        gains[row.entry_id].append(
            Gain(
                claimed=Fraction(indicator.weight.value) * (today - then),
                verified=_verified(row, then, before.get(row.pk), Fraction(indicator.weight.value)),
            )
        )
    return gains


def _verified(row: Claim, then: int, judged_then: int | None, weight: Fraction) -> Fraction | None:
    if row.judged not in STANDING or row.accepted_level is None:
        return None
    if judged_then is not None:
        return weight * (row.accepted_level - judged_then)
    return weight * max(row.accepted_level - then, 0)


def _first_changes(since: datetime, entries: Iterable[Entry]) -> Mapping[tuple[str, str], Change]:
    """The first save of each claim since the moment: its `old` is how it stood then; one query."""
    rows = Change.objects.filter(
        deed="claim_saved", at__gte=since, subject__in={subject_of(each) for each in entries}
    )
    return {(row.subject, row.part): row for row in rows.order_by("-id")}
