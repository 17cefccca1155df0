"""Every change of an upload, by name."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.regions.models import MOVES, UNFINISHED, Upload, UploadState
from pragola.web.regions.queries.uploads import uploads_expired, uploads_left_behind
from pragola.web.regions.queue import ask_for_reading
from pragola.wording import Language, say

MOST_ATTEMPTS = 3
_LONGEST_NAME = 255


class UploadError(PragolaError):
    """A file that cannot be taken now."""


def receive_upload(
    file: "UploadedFile[bytes]", *, visitor: str, target: str, suffix: str, now: datetime
) -> Upload:
    """Keep the file and ask the worker to read it.

    Raises UploadError while as many files as may lie here wait to be read.
    """
    if Upload.objects.filter(state__in=UNFINISHED).count() >= settings.MOST_WAITING_UPLOADS:
        raise UploadError(Fault(code="uploads_too_many"))
    with transaction.atomic():
        upload = Upload.objects.create(
            visitor=visitor,
            file_name=(file.name or "")[-_LONGEST_NAME:],
            suffix=suffix,
            target=target,
            received_at=now,
            touched_at=now,
        )
        _keep(file.chunks(), upload.path)
        transaction.on_commit(partial(ask_for_reading, upload.id))
    return upload


def start_reading(upload_id: str, *, now: datetime) -> Upload | None:
    """The upload, now being read by the caller alone; None where it is not waiting."""
    upload = Upload.objects.filter(id=upload_id).first()
    if upload is None or not _move(upload, UploadState.READING, now=now):
        return None
    Upload.objects.filter(id=upload_id).update(attempts=upload.attempts + 1)
    return upload


def report_progress(upload: Upload, *, done: int, total: int, now: datetime) -> None:
    """Say how much has been read."""
    Upload.objects.filter(id=upload.id, state=UploadState.READING).update(
        done=done, total=total, touched_at=now
    )


def finish_scored(upload: Upload, answers: str, *, notices: Sequence[Fault], now: datetime) -> None:
    """The answers could be scored."""
    _move(upload, UploadState.SCORED, now=now, answers=answers, told=_in_words(notices))
    _forget_file(upload)


def finish_faulty(upload: Upload, faults: Sequence[Fault], *, now: datetime) -> None:
    """The file has faults, all of which are kept."""
    _move(upload, UploadState.FAULTY, now=now, told=_in_words(faults))
    _forget_file(upload)


def give_up(upload: Upload, *, now: datetime) -> None:
    """Reading failed by no fault of the file."""
    _move(upload, UploadState.FAILED, now=now)
    _forget_file(upload)


def take_up_left_behind(now: datetime) -> None:
    """Ask anew for what a dead worker left; give up what has killed several."""
    for upload in uploads_left_behind(now):
        if upload.attempts >= MOST_ATTEMPTS:
            give_up(upload, now=now)
        elif upload.state == UploadState.WAITING or _move(upload, UploadState.WAITING, now=now):
            Upload.objects.filter(id=upload.id).update(touched_at=now)
            ask_for_reading(upload.id)


def forget_expired(now: datetime) -> None:
    """Remove what has been kept long enough, files and rows."""
    for upload in uploads_expired(now):
        _forget_file(upload)
        upload.delete()


def _move(upload: Upload, to: UploadState, *, now: datetime, **values: object) -> bool:
    """Make the move in one statement; False where it is not allowed any more."""
    sources = [state for state, onwards in MOVES.items() if to in onwards]
    moved = Upload.objects.filter(id=upload.id, state__in=sources).update(
        state=to, touched_at=now, **values
    )
    return bool(moved)


def _in_words(facts: Sequence[Fault]) -> list[dict[str, str]]:
    return [
        {"place": fact.place, **{language.value: say(fact, language) for language in Language}}
        for fact in facts
    ]


def _keep(chunks: Iterable[bytes], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.writelines(chunks)


def _forget_file(upload: Upload) -> None:
    upload.path.unlink(missing_ok=True)
