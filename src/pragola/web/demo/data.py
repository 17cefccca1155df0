"""Loads Kabupaten Pati: its real units, and innovations that are invented and say so."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from django.db import transaction

from pragola.demonstration import demonstrated_editions, demonstration, portfolio, target, units
from pragola.rulebooks import load_edition
from pragola.scoring import answers
from pragola.scoring.answers import Status
from pragola.scoring.edition import Edition, EditionStatus, FieldKind, ProfileField
from pragola.web.demo.alike import load_alike
from pragola.web.demo.proofs import load_proofs
from pragola.web.demo.texts import invented_text
from pragola.web.demo.videos import load_videos
from pragola.web.innovations.claim_values import as_json, fill
from pragola.web.innovations.models import (
    Assessment,
    Claim,
    Deadline,
    Door,
    Entry,
    EntryState,
    FieldValue,
    Innovation,
    Move,
    MoveMade,
    Reason,
)
from pragola.web.innovations.profile_values import (
    APPLIED,
    DESIGN,
    DEVELOPED,
    MAIN_AFFAIR,
    STAGE,
    TITLE,
    TOUCHING_AFFAIRS,
    TRIAL,
    choices_of,
)
from pragola.web.regions.actions.units import add_unit, open_region
from pragola.web.regions.models import Region, Role, Unit
from pragola.web.shared.audit import SYSTEM, Jsonable

_CODE = "33.18"
_DAYS_TO_DOOR = {Door.SUBMIT: 210, Door.APPROVE: 214, Door.REVISE: 228, Door.REVIEW: 243}
_DAYS_AGO = 3 * 365
"""The doors of a year that is over closed long ago."""
_ON_THE_WAY = (
    EntryState.APPROVED,
    EntryState.SUBMITTED,
    EntryState.UNDER_REVIEW,
    EntryState.RETURNED,
    EntryState.VERIFIED,
    EntryState.DRAFT,
)
"""The states of this year's entries, one after the other."""
_REASON = "Contoh: bukti belum memuat nama inovasi. Unggah halaman yang memuatnya."


@transaction.atomic
def load_demonstration(at: datetime) -> Region:
    """The region with everything in it; what is there already is left as it is."""
    region = open_region(_CODE, by=SYSTEM, at=at)
    if region.units.exists():
        return region
    known = _load_units(region, at)
    innovations: dict[str, Innovation] = {}
    for code in demonstrated_editions():
        edition = load_edition(code)
        if edition.status is not EditionStatus.OUTLOOK:
            _load_year(region, edition, known, innovations, at=at)
    load_proofs(region, at=at)
    load_alike(region, at=at)
    load_videos(region, at=at)
    return region


def _load_units(region: Region, at: datetime) -> Mapping[str, Unit]:
    made: dict[str, Unit] = {}
    for unit in sorted(units(), key=lambda unit: unit.parent is not None):
        made[unit.code] = add_unit(
            region,
            code=unit.code,
            name=unit.name,
            kind=unit.kind,
            parent=made[unit.parent] if unit.parent else None,
            by=SYSTEM,
            at=at,
        )
    return made


def _load_year(
    region: Region,
    edition: Edition,
    known: Mapping[str, Unit],
    innovations: dict[str, Innovation],
    *,
    at: datetime,
) -> None:
    told = demonstration(edition.code)
    over = edition.code != max(c for c in demonstrated_editions() if _is_known(c))
    assessment = Assessment.objects.create(
        region=region,
        edition=edition.code,
        edition_hash=edition.hash,
        target=target(edition.code),
        spd={code: as_json(claim, "") for code, claim in told.spd.items()},
        spd_subtotal="" if told.spd_subtotal is None else str(told.spd_subtotal),
        opened_at=at,
    )
    for door, days in _DAYS_TO_DOOR.items():
        closes = at + timedelta(days=-_DAYS_AGO if over else days)
        Deadline.objects.create(assessment=assessment, door=door, closes_at=closes)
    homes = {each.id: each.unit for each in portfolio()}
    for number, each in enumerate(told.innovations):
        innovation = innovations.get(each.id)
        if innovation is None:
            innovation = innovations[each.id] = Innovation.objects.create(
                region=region, unit=known[homes[each.id]], title=each.title, begun_at=at
            )
        state = EntryState.CLOSED if over else _ON_THE_WAY[number % len(_ON_THE_WAY)]
        if each.status is not Status.ACCEPTED:
            rejected = each.status is Status.REJECTED
            state = EntryState.REJECTED if rejected else EntryState.DRAFT
        _load_entry(innovation, assessment, edition, each, state=state, at=at)


def _is_known(code: str) -> bool:
    return load_edition(code).status is not EditionStatus.OUTLOOK


def _load_entry(
    innovation: Innovation,
    assessment: Assessment,
    edition: Edition,
    told: answers.Innovation,
    *,
    state: EntryState,
    at: datetime,
) -> None:
    entry = Entry.objects.create(
        innovation=innovation,
        assessment=assessment,
        state=state,
        submitted_once=told.status is not Status.DRAFT,
        begun_at=at,
        touched_at=at - timedelta(hours=innovation.pk),
    )
    FieldValue.objects.bulk_create(
        FieldValue(entry=entry, field=field.id, value=value, saved_at=at)
        for field, value in _values(edition, told)
    )
    rows = []
    for code, claim in told.claims.items():
        row = Claim(entry=entry, indicator=code, saved_at=at)
        fill(row, claim, "")
        rows.append(row)
    Claim.objects.bulk_create(rows)
    if state is EntryState.RETURNED and rows:
        made = MoveMade.objects.create(
            entry=entry,
            move=Move.RETURN,
            source=EntryState.UNDER_REVIEW,
            target=state,
            acting_as=Role.VERIFIER,
            made_at=at,
        )
        Reason.objects.create(made=made, part=rows[0].indicator, text=_REASON)


def _values(edition: Edition, told: answers.Innovation) -> Iterator[tuple[ProfileField, Jsonable]]:
    profile = told.profile
    given: dict[str, Jsonable] = {
        TITLE: told.title,
        STAGE: profile.stage,
        MAIN_AFFAIR: told.affairs[0] if told.affairs else "",
        TOUCHING_AFFAIRS: list(told.affairs[1:]),
        TRIAL: _iso(profile.trial),
        APPLIED: _iso(profile.applied),
        DEVELOPED: _iso(profile.developed),
    }
    for field in edition.profile:
        if field.kind is FieldKind.FILE:
            continue
        invented = _invented(edition, field, told.title, words=profile.design_words or 0)
        value = given.get(field.id, invented)
        if value:
            yield field, value


def _invented(edition: Edition, field: ProfileField, title: str, *, words: int) -> Jsonable:
    if field.kind is FieldKind.CHOICE:
        return choices_of(edition, field)[0]
    if field.kind is FieldKind.COORDINATES:
        return dict(zip(field.parts, ("-6.755900", "111.038000"), strict=True))
    if field.kind is not FieldKind.LONG_TEXT:
        return "Contoh rekaan" if field.kind is FieldKind.TEXT else ""
    wanted = words if field.id == DESIGN else 40
    if not field.parts:
        return invented_text(f"{title} {field.id}", wanted)
    share = -(-wanted // len(field.parts))
    return {part: invented_text(f"{title} {part}", share) for part in field.parts}


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
