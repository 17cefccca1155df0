"""How a unit stands now, for its diagnosis sheet."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import override

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.scoring.margins import level_worth
from pragola.scoring.measure import round_half_up
from pragola.scoring.results import RowScore, Side
from pragola.scoring.score import divisor_of, score
from pragola.web.coaching.sheets import InnovationSheet, SheetFinding, SheetRow, UnitSheet
from pragola.web.evidence.models import Use
from pragola.web.innovations.models import STANDING, Assessment, Claim, Entry, EntryState
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.innovations.queries.inspected import files_to_look_at
from pragola.web.innovations.queries.missing import Missing, missing_of
from pragola.web.innovations.queries.scores import (
    points_of,
    present_divisor,
    verified_points,
)
from pragola.web.regions.models import Unit
from pragola.web.review.queries.entry import last_verdicts
from pragola.web.shared.numbers import figure
from pragola.wording import Language

WORTH_DECIMALS = 6
_ID = Language.INDONESIAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What all sheets of one moment share."""

    assessment: Assessment
    edition: Edition
    divisor: int
    index: str
    verified: str


def region_standing(assessment: Assessment) -> Standing:
    """How the region stands now; the same for all of its units."""
    edition = load_edition(assessment.edition)
    answers = answers_of(assessment)
    scored = score(edition, answers)
    judged = any(each.verdicts for each in answers.innovations)
    by_verdicts = score(edition, answers, side=Side.VERIFIED) if judged else None
    return Standing(
        assessment=assessment,
        edition=edition,
        divisor=present_divisor(assessment, edition),
        index=figure(scored.index_exact, _ID),
        verified=figure(by_verdicts.index_exact, _ID) if by_verdicts else "",
    )


def unit_sheet(unit: Unit, standing: Standing) -> UnitSheet:
    """The sheet of a unit as it is now, in Indonesian."""
    assessment = standing.assessment
    entries = list(
        Entry.objects.filter(assessment=assessment, innovation__unit=unit)
        .select_related("innovation__unit", "assessment__region")
        .prefetch_related("claims")
        .order_by("innovation__title", "id")
    )
    missing = missing_of(entries)
    with override(_ID.value):
        return UnitSheet(
            unit=unit.name,
            region=assessment.region.name,
            edition_title=standing.edition.title,
            index=standing.index,
            verified=standing.verified,
            target=figure(assessment.target, _ID) if assessment.target else "",
            innovations=tuple(
                _sheet(each, missing[each.pk], standing.edition, divisor_with(each, standing))
                for each in entries
            ),
        )


def innovation_now(entry: Entry) -> InnovationSheet:
    """One innovation as a sheet made now would tell it, in Indonesian."""
    edition = load_edition(entry.assessment.edition)
    divisor = present_divisor(entry.assessment, edition, with_entry=entry)
    with override(_ID.value):
        return _sheet(entry, missing_of([entry])[entry.pk], edition, divisor)


def worth_of_level(edition: Edition, row: RowScore, divisor: int) -> Fraction:
    """What one level of that indicator is worth for the region's index, as claims pages say."""
    return level_worth(edition, row.indicator.weight.value, divisor=divisor)


def divisor_with(entry: Entry, standing: Standing) -> int:
    """By how many innovations the points are shared once this entry is reported too."""
    if entry.submitted_once or entry.state == EntryState.REJECTED:
        return standing.divisor
    reported = Entry.objects.filter(assessment=standing.assessment, submitted_once=True)
    if not standing.edition.rejected_in_divisor.value:
        reported = reported.exclude(state=EntryState.REJECTED)
    return divisor_of(standing.edition, reported.count() + 1)


def _sheet(entry: Entry, missing: Missing, edition: Edition, divisor: int) -> InnovationSheet:
    claims = list(entry.claims.all())
    scored = points_of(edition, entry, claims)
    proofs = Counter(
        Use.objects.filter(entry=entry, removed_at=None).values_list("part", flat=True)
    )
    known = {claim.indicator: claim for claim in claims}
    reasons = _reasons(claims)
    return InnovationSheet(
        entry=entry.pk,
        title=entry.innovation.title,
        state=str(EntryState(entry.state).label),
        points=figure(scored.score, _ID),
        verified=_verified(edition, entry, claims),
        lacks=tuple(_lacks(edition, missing)),
        rows=tuple(
            _row(row, known, proofs, edition, divisor, reasons.get(row.indicator.code, ""))
            for row in scored.rows
        ),
        findings=tuple(
            SheetFinding(part=each.name, file=each.file, words=each.words, blocks=each.blocks)
            for each in files_to_look_at(entry, _ID)
        ),
    )


def _verified(edition: Edition, entry: Entry, claims: list[Claim]) -> str:
    """Its points as verdicts have it; empty where none stands."""
    if not any(each.judged in STANDING for each in claims):
        return ""
    return figure(verified_points(edition, entry, claims), _ID)


def _reasons(claims: list[Claim]) -> Mapping[str, str]:
    """What the verdicts say that stand, by indicator; one query, none without a verdict."""
    judged = [each for each in claims if each.judged in STANDING]
    last = last_verdicts(judged) if judged else {}
    return {each.indicator: last[each.pk].reason for each in judged if each.pk in last}


def _row(
    row: RowScore,
    claims: Mapping[str, Claim],
    proofs: Mapping[str, int],
    edition: Edition,
    divisor: int,
    reason: str,
) -> SheetRow:
    claim = claims.get(row.indicator.code)
    indicator, worth = row.indicator, worth_of_level(edition, row, divisor)
    more = row.level + 1 if row.level < indicator.highest_level else None
    return SheetRow(
        code=indicator.code,
        name=indicator.name,
        level=row.level,
        highest=indicator.highest_level,
        criterion=indicator.criterion(row.level),
        mandatory=indicator.mandatory.value,
        claimed=claim is not None,
        proofs=proofs.get(indicator.code, 0),
        next_criterion=indicator.criterion(more) if more else "",
        adds=str(round_half_up(worth, WORTH_DECIMALS)) if more else "",
        holds=str(round_half_up(worth * row.level, WORTH_DECIMALS)),
        accepted=claim.accepted_level if claim else None,
        reason=reason,
    )


def _lacks(edition: Edition, missing: Missing) -> Iterator[str]:
    names = {each.code: f"{each.code} {each.name}" for each in edition.sid_indicators}
    if missing.fields:
        yield _("Isian profil kosong: %(names)s.") % {"names": ", ".join(missing.fields)}
    if missing.mandatory:
        told = ", ".join(names[code] for code in missing.mandatory)
        yield _("Indikator wajib belum diklaim: %(names)s.") % {"names": told}
    if missing.unproven:
        told = ", ".join(names[code] for code in missing.unproven)
        yield _("Diklaim tanpa bukti: %(names)s.") % {"names": told}
    if missing.renew:
        told = ", ".join(names.get(code, code) for code in missing.renew)
        yield _("Dibawa dari tahun lalu dan perlu diperbarui: %(names)s.") % {"names": told}
