"""What an entry's claims are worth, as the engine says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from pragola.rulebooks import load_edition
from pragola.scoring import answers
from pragola.scoring.edition import Edition
from pragola.scoring.margins import level_worth
from pragola.scoring.results import InnovationScore, RowScore, Side
from pragola.scoring.score import divisor_of, score_innovation
from pragola.web.innovations.models import STANDING, Assessment, Claim, Entry, EntryState
from pragola.web.innovations.official_values import official_of, official_points
from pragola.web.innovations.queries.answers import readable_claims, verdicts_among
from pragola.web.shared.drawings import Fingerprint, fingerprint
from pragola.web.shared.numbers import figure
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryScore:
    """An entry's claimed points, its rows by indicator, its fingerprint.

    `divisor` is the number by which the region's points of innovations are shared now; `verified`
    are its points as verdicts have it, which stand on `judged` claims; `official` what the ministry
    found, with levels where it gave them.
    """

    points: Decimal
    rows: Mapping[str, RowScore]
    fingerprint: Fingerprint
    divisor: int
    verified: Decimal
    judged: int
    official: Decimal | None
    official_levels: Mapping[str, int]

    def level_worth(self, edition: Edition, code: str) -> Fraction:
        """What one level of that indicator is worth for the region's index."""
        weight = self.rows[code].indicator.weight.value
        return level_worth(edition, weight, divisor=self.divisor)

    def index_gain(self, edition: Edition, code: str) -> Fraction | None:
        """What one level more adds to the region's index; None at the highest level."""
        row = self.rows[code]
        if row.level >= row.indicator.highest_level:
            return None
        return self.level_worth(edition, code)


def entry_score(entry: Entry, claims: Iterable[Claim]) -> EntryScore:
    """The claimed score of an entry from its claims; one query for the region's divisor."""
    edition = load_edition(entry.assessment.edition)
    claimed = list(claims)
    scored = _scored(edition, entry, claimed)
    return EntryScore(
        points=scored.score,
        rows={row.indicator.code: row for row in scored.rows},
        fingerprint=fingerprint(scored.rows),
        divisor=present_divisor(entry.assessment, edition, with_entry=entry),
        verified=verified_points(edition, entry, claimed),
        judged=sum(1 for row in claimed if row.judged in STANDING),
        official=official_of(entry).points,
        official_levels=official_of(entry).levels,
    )


def present_divisor(
    assessment: Assessment, edition: Edition, *, with_entry: Entry | None = None
) -> int:
    """The divisor of the region's points if that entry is reported too; one query."""
    reported = Entry.objects.filter(assessment=assessment, submitted_once=True, withheld=False)
    if not edition.rejected_in_divisor.value:
        reported = reported.exclude(state=EntryState.REJECTED)
    others = reported.exclude(pk=with_entry.pk) if with_entry else reported
    return divisor_of(edition, others.count() + (1 if with_entry else 0))


def points_of(edition: Edition, entry: Entry, claims: Iterable[Claim]) -> InnovationScore:
    """The claimed score of an entry, no query."""
    return _scored(edition, entry, claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """An entry's points as claimed, as verdicts have it, empty where there is none, and as the
    ministry found, empty where that is not known; how many claims have a verdict.
    """

    claimed: str
    verified: str
    official: str
    judged: int
    number: int


def points_on_both_sides(entry: Entry, claims: Iterable[Claim], language: Language) -> Points:
    """The claimed, verified and official points of an entry side by side, no query."""
    rows = list(claims)
    edition = load_edition(entry.assessment.edition)
    said = [row for row in rows if row.level or row.value or row.periods]
    judged = sum(1 for row in said if row.judged in STANDING)
    return Points(
        claimed=figure(_scored(edition, entry, rows).score, language),
        verified=figure(verified_points(edition, entry, rows), language) if judged else "",
        official=official_points(entry, language),
        judged=judged,
        number=len(said),
    )


def verified_points(edition: Edition, entry: Entry, claims: Iterable[Claim]) -> Decimal:
    """An entry's points as verdicts have it, and as claimed where there is none; no query."""
    rows = list(claims)
    innovation = answers.Innovation(
        id=str(entry.pk),
        claims=readable_claims(edition, rows),
        verdicts=verdicts_among(edition, rows),
    )
    return score_innovation(edition, innovation, side=Side.VERIFIED).score


def _scored(edition: Edition, entry: Entry, claims: Iterable[Claim]) -> InnovationScore:
    innovation = answers.Innovation(
        id=str(entry.pk),
        title=entry.innovation.title,
        claims=readable_claims(edition, claims),
    )
    return score_innovation(edition, innovation)
