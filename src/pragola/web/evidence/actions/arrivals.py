"""Files coming in: begun, continued, given up. `keeping` makes evidence of what has come."""

import errno
import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from pragola.scoring.faults import PragolaError
from pragola.web.evidence import partial_files
from pragola.web.evidence.actions.keeping import finish
from pragola.web.evidence.allowed import MEGABYTE, Allowed
from pragola.web.evidence.faults import ArrivalError
from pragola.web.evidence.models import Arrival, ArrivalState, Evidence
from pragola.web.evidence.queries.arrivals import (
    KEPT_FOR,
    allowed_in,
    arrived_unfinished,
    forgotten,
    unfinished_load,
)
from pragola.web.evidence.store import ContentStore, evidence_store
from pragola.web.innovations.actions.saving import open_entry
from pragola.web.innovations.models import Entry
from pragola.web.regions.models import Person, Role
from pragola.web.regions.standing import standing_of_person
from pragola.web.shared.audit import SYSTEM, Author, Jsonable, record

__all__ = ["begin_arrival", "finish", "give_up", "sweep_arrivals", "take_in"]


@transaction.atomic
def begin_arrival(
    entry: Entry,
    *,
    part: str,
    person: Person,
    file_name: str,
    size: int,
    sha256: str,
    replaces: Evidence | None,
    at: datetime,
) -> Arrival:
    """Make ready for a file that an operator wants to send for a part of an entry.

    Raises EntryLockedError, and ArrivalError where the part takes no such file, it is too large,
    too many others are under way, or the disk is full.
    """
    entry = open_entry(entry.pk)
    _must_fit(allowed_in(entry, part), part=part, file_name=file_name, size=size)
    _must_be_within_quota(person, size)
    _must_have_room(size)
    arrival = Arrival.objects.create(
        person=person,
        entry=entry,
        part=part,
        replaces=replaces,
        file_name=file_name,
        size=size,
        sha256=sha256.lower(),
        begun_at=at,
        touched_at=at,
    )
    new: Jsonable = {"file_name": file_name, "size": size}
    by = Author(person, Role.OPERATOR)
    record("arrival_begun", entry, part=part, by=by, at=at, new=new)
    return arrival


def take_in(arrival: Arrival, blocks: Iterable[bytes], *, offset: int, at: datetime) -> int:
    """Write what comes behind what is here; how many bytes are here then.

    A link that is cut keeps what came. Raises ArrivalError where it is over, somebody else is
    writing, another number of bytes is here, more comes than announced, or the disk is full.
    """
    if arrival.state != ArrivalState.RECEIVING:
        raise ArrivalError("arrival_over")
    try:
        here = partial_files.append(arrival.pk, blocks, offset=offset, size=arrival.size, at=at)
    except OSError as error:
        raise _disk_error(error) from error
    finally:
        going_on = Arrival.objects.filter(pk=arrival.pk, state=ArrivalState.RECEIVING)
        still = going_on.update(touched_at=at)
    if not still:
        raise ArrivalError("arrival_over")
    arrival.touched_at = at
    return here


def give_up(arrival: Arrival, *, by: Author, at: datetime) -> None:
    """Stop and forget what has come; what is finished stays as it is."""
    with transaction.atomic():
        going_on = Arrival.objects.filter(pk=arrival.pk, state=ArrivalState.RECEIVING)
        if not going_on.update(state=ArrivalState.GIVEN_UP, touched_at=at):
            return
        old: Jsonable = {"file_name": arrival.file_name, "size": arrival.size}
        record("arrival_given_up", arrival.entry, part=arrival.part, by=by, at=at, old=old)
    partial_files.forget(arrival.pk)


def sweep_arrivals(at: datetime) -> None:
    """Finish what is all here, give up what was forgotten, remove what a crash left behind."""
    for arrival in arrived_unfinished(at):
        _finish_if_possible(arrival, at=at)
    for arrival in forgotten(at).select_related("entry"):
        give_up(arrival, by=SYSTEM, at=at)
    _remove_left_behind(at)


def _finish_if_possible(arrival: Arrival, *, at: datetime) -> None:
    unit = arrival.entry.innovation.unit
    still_operator = standing_of_person(arrival.person).role_at(unit, Role.OPERATOR)
    if not (still_operator and arrival.entry.open_to_operators):
        return
    try:
        finish(arrival, at=at)
    except (PragolaError, OSError):
        # It stays where it is, and the next sweep tries again; others need not wait for it.
        return


def _remove_left_behind(at: datetime) -> None:
    store = evidence_store()
    if isinstance(store, ContentStore):
        store.forget_half_written(before=at - KEPT_FOR)
    names = partial_files.names_here()
    ended = Arrival.objects.filter(pk__in=names).exclude(state=ArrivalState.RECEIVING)
    for arrival_id in ended.values_list("pk", flat=True):
        partial_files.forget(arrival_id)


def _must_fit(allowed: Allowed | None, *, part: str, file_name: str, size: int) -> None:
    if allowed is None:
        raise ArrivalError("arrival_part_unknown", part=part)
    if size == 0:
        raise ArrivalError("arrival_empty", name=file_name)
    limit = allowed.limit_of(file_name)
    if size > limit.bytes:
        code = "arrival_too_large_by_edition" if limit.by_edition else "arrival_too_large"
        found = -(-size // MEGABYTE)
        raise ArrivalError(code, name=file_name, found_mb=found, megabytes=limit.megabytes)


def _must_be_within_quota(person: Person, size: int) -> None:
    number, total = unfinished_load(person)
    if number >= settings.MOST_UNFINISHED_FILES:
        raise ArrivalError("arrival_quota", number=number)
    if total and total + size > settings.MOST_UNFINISHED_MEGABYTES * MEGABYTE:
        raise ArrivalError("arrival_quota", number=number)


def _must_have_room(size: int) -> None:
    folder = Path(settings.ARRIVALS)
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < size:
        raise ArrivalError("arrival_disk_full")


def _disk_error(error: OSError) -> Exception:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return ArrivalError("arrival_disk_full") if full else error
