"""How agreements stand: done by what happened to the claim since, never by a tick."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim
from pragola.scoring.edition import Indicator
from pragola.scoring.measure import ClaimError, read_claim
from pragola.web.coaching.models import Agreement, AgreementKind
from pragola.web.evidence.models import Use
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Jsonable, subject_of
from pragola.web.shared.models import Change
from pragola.web.shared.numbers import figure
from pragola.wording import Language
from pragola.wording.dates import show_date

_DIGITS = 3


class Standing(StrEnum):
    """How an agreement stands today."""

    OVERDUE = "overdue"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """An agreement with how it stands. `done` tells when the claim changed; `fell` that it had
    reached its level and fell back. `days_over` counts days past its day.
    """

    id: int
    clinic: int
    clinic_title: str
    region: str
    entry: int
    title: str
    unit_id: int
    unit: str
    indicator: str
    text: str
    role: str
    coach: str
    due_on: date
    due: str
    worth: Decimal
    worth_told: str
    keeps: bool
    standing: Standing
    done: str
    done_on: date | None
    fell: bool
    days_over: int


def agreements_in_force(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Those not withdrawn, with all that a line tells of them."""
    return agreements.filter(withdrawn_at=None).select_related(
        "clinic", "unit__region", "entry__innovation", "entry__assessment", "made_by"
    )


def agreement_lines(
    agreements: Iterable[Agreement], *, now: datetime, language: Language
) -> tuple[AgreementLine, ...]:
    """Agreements as lines, in their order; two queries however many."""
    found = list(agreements)
    changes, proofs = _changes_of(found), _proofs_of(found)
    return tuple(
        _line(each, changes[_key(each)], proofs, now=now, language=language) for each in found
    )


def level_told(indicator: Indicator, told: Jsonable) -> int:
    """The level of a claim as the audit log has it; 0 for none and for what cannot be read."""
    if not isinstance(told, Mapping):
        return 0
    level, value, periods = told.get("level"), told.get("value"), told.get("periods")
    claim = Claim(
        level=level if isinstance(level, int) else None,
        base=str(told["base"]) if told.get("base") else None,
        value=Decimal(str(value)) if value else None,
        periods=tuple((year, Decimal(str(figure))) for year, figure in periods.items())
        if isinstance(periods, Mapping)
        else (),
    )
    try:
        return read_claim(indicator, claim)[0]
    except ClaimError:
        return 0


def _key(agreement: Agreement) -> tuple[str, str]:
    return subject_of(agreement.entry), agreement.indicator


def _changes_of(agreements: Sequence[Agreement]) -> Mapping[tuple[str, str], list[Change]]:
    """What was saved of these claims, in order; one query."""
    found: dict[tuple[str, str], list[Change]] = defaultdict(list)
    rows = Change.objects.filter(
        deed="claim_saved",
        subject__in={subject_of(each.entry) for each in agreements},
        part__in={each.indicator for each in agreements},
    ).order_by("id")
    for row in rows:
        found[row.subject, row.part].append(row)
    return found


def _proofs_of(agreements: Sequence[Agreement]) -> Mapping[tuple[int, str], list[datetime]]:
    """When the proofs that serve these claims were put there; one query."""
    found: dict[tuple[int, str], list[datetime]] = defaultdict(list)
    rows = Use.objects.filter(
        entry__in=[each.entry_id for each in agreements], removed_at=None
    ).order_by("added_at")
    for entry, part, at in rows.values_list("entry", "part", "added_at"):
        found[entry, part].append(at)
    return found


def _reached(
    agreement: Agreement,
    changes: Sequence[Change],
    proofs: Mapping[tuple[int, str], list[datetime]],
) -> tuple[datetime | None, bool]:
    """Since when it is as agreed, and whether it was so once and is no more."""
    if agreement.kind == AgreementKind.PROVE:
        later = [
            at
            for at in proofs.get((agreement.entry_id, agreement.indicator), ())
            if at >= agreement.made_at
        ]
        return (later[0] if later else None), False
    edition = load_edition(agreement.entry.assessment.edition)
    indicators = {each.code: each for each in edition.sid_indicators}
    since, fell = None, False
    for change in changes:
        if change.at < agreement.made_at:
            continue
        enough = level_told(indicators[agreement.indicator], change.new) >= agreement.to_level
        fell = (since is not None and not enough) or (fell and not enough)
        since = (since or change.at) if enough else None
    return since, fell


def _line(
    agreement: Agreement,
    changes: Sequence[Change],
    proofs: Mapping[tuple[int, str], list[datetime]],
    *,
    now: datetime,
    language: Language,
) -> AgreementLine:
    zone = ZoneInfo(agreement.unit.region.time_zone)
    since, fell = _reached(agreement, changes, proofs)
    done_on = since.astimezone(zone).date() if since else None
    over = (now.astimezone(zone).date() - agreement.due_on).days
    late = Standing.OVERDUE if over > 0 else Standing.OPEN
    return AgreementLine(
        id=agreement.pk,
        clinic=agreement.clinic_id,
        clinic_title=agreement.clinic.title,
        region=agreement.unit.region_id,
        entry=agreement.entry_id,
        title=agreement.entry.innovation.title,
        unit_id=agreement.unit_id,
        unit=agreement.unit.name,
        indicator=agreement.indicator,
        text=agreement.text,
        role=str(Role(agreement.role).label),
        coach=str(agreement.made_by or "Pragola"),
        due_on=agreement.due_on,
        due=show_date(agreement.due_on, language),
        worth=agreement.worth,
        worth_told=figure(agreement.worth, language, decimals=_DIGITS),
        keeps=agreement.kind == AgreementKind.PROVE,
        standing=Standing.DONE if since else late,
        done=show_date(done_on, language) if done_on else "",
        done_on=done_on,
        fell=fell,
        days_over=max(over, 0) if not since else 0,
    )
