"""The claims of an entry with what stands of them, and what its points are on either side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pragola.rulebooks import load_edition
from pragola.scoring.edition import FieldKind
from pragola.web.innovations.models import CLAIMING, STANDING, Claim, Entry, Judged
from pragola.web.innovations.official_values import official_of
from pragola.web.innovations.queries.returning import ReturnablePart, returnable_parts
from pragola.web.innovations.queries.scores import Points, points_on_both_sides
from pragola.web.review.models import Reading, Verdict, VerdictKind
from pragola.web.review.queries.lines import VerdictLine, verdict_line
from pragola.web.review.queries.objections import ObjectionLine, objections_to_claims_of
from pragola.web.review.queries.resting import (
    Difference,
    Resting,
    differences,
    indicator_of,
    what_each_rests_on,
)
from pragola.web.review.queries.standing import claimed_level
from pragola.wording import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedClaim:
    """A claim, how it stands, the last verdict on it, and what has changed since."""

    claim: int
    code: str
    name: str
    level: int
    judged: str
    judged_name: str
    accepted: int | None
    official: int | None
    verdict: VerdictLine | None
    changed: tuple[Difference, ...]
    objection: ObjectionLine | None

    @property
    def answered(self) -> bool:
        """Whether the verdict that is shown is the answer to the objection."""
        return bool(
            self.verdict and self.objection and self.verdict.verdict == self.objection.answered_by
        )

    @property
    def objectable(self) -> bool:
        """Whether its unit may object to what was said, as far as the claim tells."""
        stands = self.verdict is not None and self.judged in STANDING
        grants_less = (self.accepted or 0) < max(self.level, 1)
        about_this = (
            self.verdict
            and self.objection
            and (self.verdict.verdict in (self.objection.verdict, self.objection.answered_by))
        )
        return stands and grants_less and not about_this


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedEntry:
    """All claims of an entry as they stand; `fields` can be returned with reasons of their own."""

    points: Points
    claims: tuple[JudgedClaim, ...]
    fields: tuple[ReturnablePart, ...]

    @property
    def waiting(self) -> int:
        """How many claims still need a verdict."""
        return sum(1 for each in self.claims if each.judged in (Judged.NOT_YET, Judged.OPEN_AGAIN))

    @property
    def returned(self) -> tuple[JudgedClaim, ...]:
        """The claims that were returned."""
        return tuple(each for each in self.claims if each.judged == Judged.RETURNED)


def reviewed_entry(
    entry: Entry, language: Language, *, field_reasons: Mapping[str, str]
) -> ReviewedEntry:
    """The entry's claims as they stand; nine queries."""
    edition = load_edition(entry.assessment.edition)
    rows = {
        row.indicator: row
        for row in entry.claims.filter(CLAIMING).select_related("entry__assessment__region")
    }
    last = last_verdicts(rows.values())
    resting = what_each_rests_on(rows.values())
    zone = ZoneInfo(entry.assessment.region.time_zone)
    objections = objections_to_claims_of(entry, language)
    claims = (
        _judged(
            rows[each.code],
            resting[rows[each.code].pk],
            last.get(rows[each.code].pk),
            objections.get(each.code),
            zone,
            language,
        )
        for each in edition.sid_indicators
        if each.code in rows
    )
    attached = {field.id for field in edition.profile if field.kind is FieldKind.FILE}
    fields = {field.id for field in edition.profile} - attached
    return ReviewedEntry(
        points=points_on_both_sides(entry, rows.values(), language),
        claims=tuple(claims),
        fields=tuple(
            part for part in returnable_parts(entry, field_reasons) if part.part in fields
        ),
    )


def reasons_to_return(entry: Entry) -> Mapping[str, str]:
    """What the verdicts say of each claim that was returned, by indicator; two queries."""
    rows = list(entry.claims.filter(judged=Judged.RETURNED))
    last = last_verdicts(rows)
    return {row.indicator: last[row.pk].reason for row in rows if row.pk in last}


def last_verdicts(claims: Iterable[Claim]) -> Mapping[int, Verdict]:
    """The last verdict that counted on each claim, by the claim's id; one query."""
    rows = (
        Verdict.objects.filter(claim__in=[each.pk for each in claims])
        .exclude(reading=Reading.SECOND)
        .exclude(kind=VerdictKind.WITHDRAWN)
        .exclude(later__kind=VerdictKind.WITHDRAWN)
        .select_related("judged_by")
        .order_by("id")
    )
    return {row.claim_id: row for row in rows}


def _judged(
    claim: Claim,
    resting: Resting,
    verdict: Verdict | None,
    objection: ObjectionLine | None,
    zone: ZoneInfo,
    language: Language,
) -> JudgedClaim:
    indicator = indicator_of(claim)
    changed = verdict is not None and claim.judged == Judged.OPEN_AGAIN
    return JudgedClaim(
        claim=claim.pk,
        code=indicator.code,
        name=indicator.name,
        level=claimed_level(claim),
        judged=claim.judged,
        judged_name=str(Judged(claim.judged).label),
        accepted=claim.accepted_level,
        official=official_of(claim.entry).levels.get(claim.indicator),
        verdict=verdict_line(verdict, zone, language) if verdict else None,
        changed=differences(verdict.rests_on, resting, indicator) if verdict and changed else (),
        objection=objection,
    )
