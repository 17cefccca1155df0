"""From the database to the engine: a government's answers, an innovation's entry."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from django.db.models import Count, Prefetch

from pragola.rulebooks import load_edition
from pragola.scoring import answers
from pragola.scoring.answers import Answers, Profile, Status
from pragola.scoring.edition import Edition
from pragola.scoring.measure import ClaimError, read_claim
from pragola.web.innovations.claim_values import claim_of
from pragola.web.innovations.models import Assessment, Claim, Entry, EntryState, FieldValue
from pragola.web.innovations.profile_values import (
    APPLIED,
    DESIGN,
    DEVELOPED,
    MAIN_AFFAIR,
    STAGE,
    TOUCHING_AFFAIRS,
    TRIAL,
    words_in,
)
from pragola.web.shared.audit import Jsonable

_READ_FIELDS = (STAGE, TRIAL, APPLIED, DEVELOPED, DESIGN, MAIN_AFFAIR, TOUCHING_AFFAIRS)


def answers_of(assessment: Assessment) -> Answers:
    """All that a government has entered; four queries, however much it is.

    An entry counts as reported from its first submission on, before that it is a draft, as is one
    that is withheld; what the
    ministry turned down is rejected. Ids are those of the entries.
    """
    edition = load_edition(assessment.edition)
    entries = (
        Entry.objects.filter(assessment=assessment)
        .select_related("innovation__unit")
        .annotate(years=Count("innovation__entries", distinct=True))
        .prefetch_related(
            "claims",
            Prefetch("fields", FieldValue.objects.filter(field__in=_READ_FIELDS)),
        )
    )
    return Answers(
        edition=assessment.edition,
        region=answers.Region(assessment.region_id, assessment.region.name),
        spd=_spd(edition, assessment),
        spd_subtotal=Decimal(assessment.spd_subtotal) if assessment.spd_subtotal else None,
        innovations=tuple(
            scoring_innovation(
                edition, entry, entry.claims.all(), entry.fields.all(), years=entry.years
            )
            for entry in entries
        ),
    )


def scoring_innovation(
    edition: Edition,
    entry: Entry,
    claims: Iterable[Claim],
    fields: Iterable[FieldValue],
    *,
    years: int,
) -> answers.Innovation:
    """An entry as the engine takes it, a draft until it has been submitted once."""
    values = {row.field: row.value for row in fields}
    touching = values.get(TOUCHING_AFFAIRS) or []
    known = {affair.name for affair in edition.affairs.value}
    affairs = [str(values.get(MAIN_AFFAIR) or ""), *map(str, touching)]
    return answers.Innovation(
        id=str(entry.pk),
        title=entry.innovation.title,
        affairs=tuple(dict.fromkeys(name for name in affairs if name in known)),
        status=_status(entry),
        claims=readable_claims(edition, claims),
        verdicts=verdicts_among(edition, claims),
        profile=_profile(entry, values, years=years),
    )


def readable_claims(edition: Edition, claims: Iterable[Claim]) -> dict[str, answers.Claim]:
    """The claims by indicator, as far as the edition can read them."""
    rows = {row.indicator: claim_of(row) for row in claims}
    found: dict[str, answers.Claim] = {}
    for indicator in edition.sid_indicators:
        claim = rows.get(indicator.code)
        try:
            if claim and read_claim(indicator, claim):
                found[indicator.code] = claim
        except ClaimError:
            continue
    return found


def verdicts_among(edition: Edition, claims: Iterable[Claim]) -> dict[str, int]:
    """The levels that standing verdicts give, by indicator; 0 is a claim that was returned."""
    codes = {indicator.code for indicator in edition.sid_indicators}
    return {
        row.indicator: row.accepted_level
        for row in claims
        if row.accepted_level is not None and row.indicator in codes
    }


def _spd(edition: Edition, assessment: Assessment) -> Mapping[str, answers.Claim]:
    codes = {indicator.code for indicator in edition.spd_indicators}
    return {code: _claim(told) for code, told in assessment.spd.items() if code in codes}


def _claim(told: Mapping[str, Jsonable]) -> answers.Claim:
    level, value, periods = told.get("level"), told.get("value"), told.get("periods")
    return answers.Claim(
        level=level if isinstance(level, int) else None,
        value=Decimal(str(value)) if value else None,
        periods=tuple((year, Decimal(str(figure))) for year, figure in periods.items())
        if isinstance(periods, Mapping)
        else (),
    )


def _status(entry: Entry) -> Status:
    if entry.state == EntryState.REJECTED:
        return Status.REJECTED
    reported = entry.submitted_once and not entry.withheld
    return Status.ACCEPTED if reported else Status.DRAFT


def _profile(entry: Entry, values: Mapping[str, Jsonable], *, years: int) -> Profile:
    return Profile(
        unit=entry.innovation.unit.name,
        stage=str(values.get(STAGE) or "") or None,
        trial=_day(values.get(TRIAL)),
        applied=_day(values.get(APPLIED)),
        developed=_day(values.get(DEVELOPED)),
        design_words=words_in(values.get(DESIGN)),
        assessments=years,
    )


def _day(value: Jsonable) -> date | None:
    return date.fromisoformat(str(value)) if value else None
