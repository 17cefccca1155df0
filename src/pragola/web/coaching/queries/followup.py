"""How agreements stand: done by what happened to the claim since, never by a tick."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, Q, QuerySet

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim
from pragola.scoring.edition import Indicator
from pragola.scoring.measure import ClaimError, read_claim
from pragola.web.coaching.models import Agreement, AgreementKind, Lift
from pragola.web.evidence.models import Use
from pragola.web.innovations.models import OPEN_TO_OPERATORS, Assessment, EntryState
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Jsonable, subject_of
from pragola.web.shared.models import Change
from pragola.web.shared.numbers import figure
from pragola.wording import Language
from pragola.wording.dates import show_date

ENDED = frozenset({EntryState.CLOSED, EntryState.REJECTED})
"""From these an entry does not come back in its assessment."""
_DIGITS = 3
_SAVED = ("claim_saved", "region_row_saved")
_REPORTED = ("entry_reported", "entry_withheld", "moved")


class Standing(StrEnum):
    """How an agreement stands today; lapsed where its entry has ended before it was done."""

    OVERDUE = "overdue"
    OPEN = "open"
    LAPSED = "lapsed"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftLine:
    """A claim that collective work lifts, and whether it stands there."""

    entry: int | None
    about: str
    unit: str
    indicator: str
    level: int
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementLine:
    """An agreement with how it stands. `done` tells when the claim changed; `fell` that it had
    reached its level and fell back. `days_over` counts days past its day. `steps` of `of` claims
    are there; without clinic, unit or entry it stays with its unit, is the region's own, or is
    about no single entry. `locked` is the state of its entry where nobody of the unit can change
    the claim now. `unproven`: the claim reached its level, and no evidence serves it.
    """

    id: int
    clinic: int | None
    clinic_title: str
    region: str
    entry: int | None
    title: str
    unit_id: int | None
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
    planned: bool
    standing: Standing
    done: str
    done_on: date | None
    fell: bool
    unproven: bool
    days_over: int
    locked: str
    steps: int
    of: int
    lifts: tuple[LiftLine, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """Since when it is as agreed, by which claims, and whether it was so once and is no more."""

    since: datetime | None
    fell: bool = False
    lifts: tuple[bool, ...] = ()


def agreements_in_force(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """Those not withdrawn, with all that a line tells of them; one query and one for lifts."""
    return told_fully(agreements.filter(withdrawn_at=None))


def told_fully(agreements: QuerySet[Agreement]) -> QuerySet[Agreement]:
    """With all that a line tells of them."""
    lifts = Lift.objects.select_related("entry__innovation__unit")
    return agreements.select_related(
        "assessment__region", "clinic", "unit", "entry__innovation", "made_by"
    ).prefetch_related(Prefetch("lifts", lifts))


def agreement_lines(
    agreements: Iterable[Agreement], *, now: datetime, language: Language
) -> tuple[AgreementLine, ...]:
    """Agreements as lines, in their order; two queries however many."""
    found = list(agreements)
    deeds = _Deeds(_changes_of(found), _proofs_of(found))
    return tuple(_line(each, deeds, now=now, language=language) for each in found)


def agreements_not_done(assessment: Assessment) -> list[Agreement]:
    """Those of an assessment in force whose claims are not there yet; four queries."""
    rows = list(agreements_in_force(Agreement.objects.filter(assessment=assessment)))
    deeds = _Deeds(_changes_of(rows), _proofs_of(rows))
    return [each for each in rows if _reached(each, deeds).since is None]


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


type _Claims = Mapping[tuple[str, str], Sequence[Change]]
type _Proofs = Mapping[tuple[int | None, str], Sequence[datetime]]


@dataclass(frozen=True, slots=True)
class _Deeds:
    """What was done to claims and rows, to whether entries are reported, and to proofs."""

    changes: _Claims
    proofs: _Proofs


def _changes_of(agreements: Sequence[Agreement]) -> _Claims:
    """What was saved of these claims and entries, in order; one query."""
    places = {_place(each, each.indicator) for each in agreements}
    places |= {_lifted(each, lift) for each in agreements for lift in each.lifts.all()}
    found: dict[tuple[str, str], list[Change]] = defaultdict(list)
    rows = Change.objects.filter(
        Q(deed__in=_SAVED, part__in={part for _, part in places}) | Q(deed__in=_REPORTED),
        subject__in={subject for subject, _ in places},
    )
    for row in rows.order_by("id"):
        found[row.subject, row.part if row.deed in _SAVED else ""].append(row)
    return found


def _proofs_of(agreements: Sequence[Agreement]) -> _Proofs:
    """When the proofs that serve these claims were put there; one query."""
    found: dict[tuple[int | None, str], list[datetime]] = defaultdict(list)
    about_proof = (AgreementKind.PROVE, AgreementKind.RAISE)
    proving = [each.entry_id for each in agreements if each.kind in about_proof]
    rows = Use.objects.filter(entry__in=proving, removed_at=None).order_by("added_at")
    for entry, part, at in rows.values_list("entry", "part", "added_at"):
        found[entry, part].append(at)
    return found


def _place(agreement: Agreement, code: str) -> tuple[str, str]:
    return subject_of(agreement.entry or agreement.assessment), code


def _lifted(agreement: Agreement, lift: Lift) -> tuple[str, str]:
    return subject_of(lift.entry or agreement.assessment), lift.indicator


def _reached(agreement: Agreement, deeds: _Deeds) -> Reached:
    """How far it came since it was made."""
    kind = AgreementKind(agreement.kind)
    changes = deeds.changes.get(_place(agreement, agreement.indicator), ())
    if kind is AgreementKind.PROVE:
        proofs = deeds.proofs.get((agreement.entry_id, agreement.indicator), ())
        return Reached(next((at for at in proofs if at >= agreement.made_at), None))
    if kind is AgreementKind.TOGETHER:
        return _all_lifted(agreement, deeds)
    if kind is AgreementKind.RAISE:
        return _raised(agreement, agreement.indicator, agreement.to_level, changes)
    return _reported(agreement, changes)


def _raised(agreement: Agreement, code: str, level: int, changes: Iterable[Change]) -> Reached:
    """Since when that claim stands at that level or above."""
    edition = load_edition(agreement.assessment.edition)
    indicator = next((each for each in edition.indicators if each.code == code), None)
    since, fell = None, False
    for change in changes:
        if indicator is None or change.at < agreement.made_at:
            continue
        enough = level_told(indicator, change.new) >= level
        fell = (since is not None and not enough) or (fell and not enough)
        since = (since or change.at) if enough else None
    return Reached(since, fell)


def _all_lifted(agreement: Agreement, deeds: _Deeds) -> Reached:
    """Since when the last of its claims stands where it should."""
    each = [
        _raised(
            agreement,
            lift.indicator,
            lift.to_level,
            deeds.changes.get(_lifted(agreement, lift), ()),
        )
        for lift in agreement.lifts.all()
    ]
    there = [one.since for one in each if one.since is not None]
    since = max(there) if there and len(there) == len(each) else None
    return Reached(
        since, any(one.fell for one in each), tuple(one.since is not None for one in each)
    )


def _reported(agreement: Agreement, changes: Sequence[Change]) -> Reached:
    """Since when the entry is reported, or is not, as agreed."""
    entry = agreement.entry
    if entry is None:
        return Reached(None)
    reported = entry.submitted_once and not entry.withheld
    if reported is not (agreement.kind == AgreementKind.REPORT):
        return Reached(None)
    later = [change.at for change in changes if change.at >= agreement.made_at]
    return Reached(later[-1] if later else agreement.made_at)


def _line(
    agreement: Agreement, deeds: _Deeds, *, now: datetime, language: Language
) -> AgreementLine:
    zone = ZoneInfo(agreement.assessment.region.time_zone)
    reached = _reached(agreement, deeds)
    since = reached.since
    done_on = since.astimezone(zone).date() if since else None
    over = (now.astimezone(zone).date() - agreement.due_on).days
    locked = _locked(agreement)
    late = Standing.OVERDUE if over > 0 else Standing.OPEN
    unmet = Standing.LAPSED if locked in ENDED else late
    region = agreement.assessment.region
    return AgreementLine(
        id=agreement.pk,
        clinic=agreement.clinic_id,
        clinic_title=agreement.clinic.title if agreement.clinic else "",
        region=region.pk,
        entry=agreement.entry_id,
        title=agreement.entry.innovation.title if agreement.entry else "",
        unit_id=agreement.unit_id,
        unit=agreement.unit.name if agreement.unit else region.name,
        indicator=agreement.indicator,
        text=agreement.text,
        role=str(Role(agreement.role).label),
        coach=str(agreement.made_by or "Pragola"),
        due_on=agreement.due_on,
        due=show_date(agreement.due_on, language),
        worth=agreement.worth,
        worth_told=figure(agreement.worth, language, decimals=_DIGITS),
        keeps=agreement.kind == AgreementKind.PROVE,
        planned=agreement.planned,
        standing=Standing.DONE if since else unmet,
        done=show_date(done_on, language) if done_on else "",
        done_on=done_on,
        fell=reached.fell,
        unproven=bool(since) and _is_unproven(agreement, deeds),
        days_over=max(over, 0) if not since else 0,
        locked=str(locked.label) if locked and not since else "",
        steps=sum(reached.lifts) if reached.lifts else int(since is not None),
        of=max(len(reached.lifts), 1),
        lifts=tuple(
            _lift(lift, region.name, done=done)
            for lift, done in zip(agreement.lifts.all(), reached.lifts, strict=False)
        ),
    )


def _is_unproven(agreement: Agreement, deeds: _Deeds) -> bool:
    """Whether a claim was raised that nothing proves."""
    raises = agreement.kind == AgreementKind.RAISE and agreement.entry_id is not None
    return raises and not deeds.proofs.get((agreement.entry_id, agreement.indicator))


def _locked(agreement: Agreement) -> EntryState | None:
    """The state in which nobody of the unit can change the claim; None where they can."""
    about_claim = agreement.kind in (AgreementKind.RAISE, AgreementKind.PROVE)
    if agreement.entry is None or not about_claim:
        return None
    state = EntryState(agreement.entry.state)
    return None if state in OPEN_TO_OPERATORS else state


def _lift(lift: Lift, region: str, *, done: bool) -> LiftLine:
    innovation = lift.entry.innovation if lift.entry else None
    return LiftLine(
        entry=lift.entry_id,
        about=innovation.title if innovation else region,
        unit=innovation.unit.name if innovation else "",
        indicator=lift.indicator,
        level=lift.to_level,
        done=done,
    )
