"""A file that is all here becomes evidence, step by step; each step may be done again."""

import errno
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import PurePath

from django.core.files import File
from django.db import transaction

from pragola.inspection.formats import Format, format_of
from pragola.web.evidence import partial_files
from pragola.web.evidence.actions.likeness import want_likeness
from pragola.web.evidence.actions.uses import use_evidence
from pragola.web.evidence.faults import ArrivalError, RefusalError
from pragola.web.evidence.file_checks import content_of, looks_like
from pragola.web.evidence.models import (
    Arrival,
    ArrivalState,
    Evidence,
    EvidenceKind,
    StoredFile,
    Use,
)
from pragola.web.evidence.queries.arrivals import allowed_in, known_evidence, newest_version
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.innovations.actions.saving import open_entry, touch
from pragola.web.innovations.models import OF_OPEN_ENTRIES, Entry
from pragola.web.regions.models import Role, Unit
from pragola.web.shared.audit import Author, Jsonable, record

_LONGEST_NAME = 255
_LETTER = ("title", "letter_number", "letter_date", "letter_subject", "letter_office")


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file that has come is: its digest, and the format of its content."""

    sha256: str
    format: Format


def finish(arrival: Arrival, *, at: datetime) -> Arrival:
    """Keep or refuse a file that is all here; the arrival as it is then.

    May be called again at any time: what is under way or over is left as it is. Raises
    EntryLockedError and ArrivalError where it cannot be kept now; what has come stays.
    """
    now = Arrival.objects.select_related("entry__assessment", "person", "evidence")
    current = now.get(pk=arrival.pk)
    if current.state != ArrivalState.RECEIVING:
        return current
    if partial_files.bytes_here(current.pk) < current.size:
        return current
    try:
        _carry_through(current, at=at)
    except FileNotFoundError:
        # Somebody else finished it at the same time and was faster.
        return now.get(pk=arrival.pk)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise ArrivalError("arrival_disk_full") from error
        raise
    partial_files.forget(current.pk)
    return now.get(pk=arrival.pk)


def examine(arrival: Arrival) -> Examined:
    """Look into the file. Raises RefusalError for what cannot be kept here."""
    path = partial_files.path_of(arrival.pk)
    with path.open("rb") as file:
        sha256 = file_digest(file, "sha256").hexdigest()
    if arrival.sha256 and arrival.sha256 != sha256:
        raise RefusalError("arrival_digest_differs")
    found = content_of(path)
    must_be_wanted(arrival.entry, arrival.part, found, size=arrival.size)
    return Examined(sha256, found)


def must_be_wanted(entry: Entry, part: str, found: Format, *, size: int) -> None:
    """Raise RefusalError where the part takes no such file, or none so large."""
    allowed = allowed_in(entry, part)
    if allowed is None or found not in allowed.formats:
        raise RefusalError("arrival_type_not_asked")
    if size > allowed.limits[found.kind].bytes:
        raise RefusalError("arrival_kind_too_large")


def put_into_store(arrival: Arrival, examined: Examined) -> None:
    """Lay the file under its content, where it stays."""
    with partial_files.path_of(arrival.pk).open("rb") as file:
        evidence_store().save(place_of(examined.sha256), File(file))


@transaction.atomic
def keep(arrival: Arrival, examined: Examined, *, at: datetime) -> None:
    """Say in the database what the store holds now, whose it is and what it serves."""
    entry = open_entry(arrival.entry_id)
    unit = Unit.objects.select_for_update().get(pk=entry.innovation.unit_id)
    row = (
        Arrival.objects.select_for_update(of=("self",)).select_related("person").get(pk=arrival.pk)
    )
    if row.state != ArrivalState.RECEIVING:
        return
    by = Author(row.person, Role.OPERATOR)
    row.evidence = _evidence_of(row, examined, unit=unit, by=by, at=at)
    row.state, row.touched_at = ArrivalState.KEPT, at
    row.save(update_fields=["evidence", "state", "touched_at"])
    _let_serve(row.evidence, entry, row.part, by=by, at=at)
    touch(entry, at=at)


@transaction.atomic
def refuse(arrival: Arrival, refusal: RefusalError, *, at: datetime) -> None:
    """Say why a file is not kept."""
    seems = looks_like(partial_files.path_of(arrival.pk))
    waiting = Arrival.objects.filter(pk=arrival.pk, state=ArrivalState.RECEIVING)
    told = {"state": ArrivalState.REFUSED, "refusal": refusal.code, "touched_at": at}
    if waiting.update(**told):
        by = Author(arrival.person, Role.OPERATOR)
        new = {"file_name": arrival.file_name, "refusal": refusal.code, "looks_like": seems}
        record("arrival_refused", arrival.entry, part=arrival.part, by=by, at=at, new=new)


@transaction.atomic
def recognise(
    entry: Entry, *, part: str, sha256: str, size: int, by: Author, at: datetime
) -> Evidence | None:
    """Use what the unit has already instead of having it sent again; None where it has not.

    Raises EntryLockedError, and RefusalError where the part takes no such file.
    """
    entry = open_entry(entry.pk)
    known = known_evidence(entry.innovation.unit_id, sha256)
    if known is None or known.file is None or known.file.size != size:
        return None
    found = format_of(known.file.media_type)
    if found is not None:
        must_be_wanted(entry, part, found, size=size)
    _let_serve(known, entry, part, by=by, at=at)
    return known


def _carry_through(arrival: Arrival, *, at: datetime) -> None:
    try:
        examined = examine(arrival)
    except RefusalError as refusal:
        refuse(arrival, refusal, at=at)
        return
    put_into_store(arrival, examined)
    keep(arrival, examined, at=at)


def _evidence_of(
    arrival: Arrival, examined: Examined, *, unit: Unit, by: Author, at: datetime
) -> Evidence:
    old = newest_version(arrival.replaces) if arrival.replaces else None
    if old is not None:
        same = old.file_id == examined.sha256
        return old if same else _new_version(old, arrival, examined, unit=unit, by=by, at=at)
    known = known_evidence(unit, examined.sha256)
    return known or _new_evidence(arrival, examined, unit=unit, by=by, at=at)


def _new_evidence(
    arrival: Arrival, examined: Examined, *, unit: Unit, by: Author, at: datetime
) -> Evidence:
    stored, _ = StoredFile.objects.get_or_create(
        sha256=examined.sha256,
        defaults={
            "size": arrival.size,
            "media_type": examined.format.media_type,
            "stored_at": at,
        },
    )
    evidence = Evidence.objects.create(
        region_id=unit.region_id,
        unit=unit,
        kind=EvidenceKind.FILE,
        file=stored,
        file_name=fitting_name(arrival.file_name, examined.format),
        added_by=arrival.person,
        added_at=at,
    )
    new: Jsonable = {"file_name": evidence.file_name, "sha256": stored.sha256, "size": stored.size}
    record("evidence_added", evidence, by=by, at=at, new=new)
    return evidence


def _new_version(
    old: Evidence, arrival: Arrival, examined: Examined, *, unit: Unit, by: Author, at: datetime
) -> Evidence:
    new = _new_evidence(arrival, examined, unit=unit, by=by, at=at)
    for name in _LETTER:
        setattr(new, name, getattr(old, name))
    new.replaces = old
    new.save(update_fields=["replaces", *_LETTER])
    record("evidence_replaced", old, by=by, at=at, new={"evidence": new.pk})
    _move_uses(old, new, by=by, at=at)
    return new


def _move_uses(old: Evidence, new: Evidence, *, by: Author, at: datetime) -> None:
    """Only where operators may change something now; what was submitted keeps what it showed."""
    moving = old.uses.filter(OF_OPEN_ENTRIES, removed_at=None)
    for use in moving.select_related("entry"):
        use.removed_at = at
        use.save(update_fields=["removed_at"])
        use_evidence(new, entry=use.entry, part=use.part, pages=use.pages, by=by, at=at)
    want_likeness(old.file_id)


def _let_serve(evidence: Evidence, entry: Entry, part: str, *, by: Author, at: datetime) -> None:
    """Where it serves already, its pages stay as they are."""
    serving = Use.objects.filter(evidence=evidence, entry=entry, part=part, removed_at=None)
    if not serving.exists():
        use_evidence(evidence, entry=entry, part=part, pages="", by=by, at=at)


def fitting_name(file_name: str, found: Format) -> str:
    """The name with an ending that tells the truth, as long as the database takes it."""
    path = PurePath(file_name)
    ending = path.suffix if path.suffix.lower() in found.endings else found.endings[0]
    stem = path.stem if path.suffix.lower() in found.endings or _is_ending(path) else path.name
    return f"{stem[: _LONGEST_NAME - len(ending)]}{ending}"


def _is_ending(path: PurePath) -> bool:
    """Whether what stands behind the last dot can be the ending of a file's name."""
    return path.suffix[1:].isalnum() and len(path.suffix) <= len(".numbers")
