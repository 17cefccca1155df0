"""Questions about uploads, and an upload as its page shows it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from pragola.web.regions.models import Upload, UploadState
from pragola.wording import Language
from pragola.wording.places import show_place

KEPT_FOR = timedelta(hours=24)
SILENT_FOR = timedelta(seconds=60)
"""After so long without a sign of life, whoever read a file is taken for dead."""
UNHEARD_FOR = timedelta(seconds=20)
"""After so long the message that asked for a reading is taken for lost; two do no harm."""
MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A fault or notice: where in the file, and what it is and what to do."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadPage:
    """An upload as its page shows it; `percent` is None while nothing is known of its size."""

    id: str
    file_name: str
    state: UploadState
    percent: int | None
    again: bool
    faults: tuple[ToldLine, ...]
    faults_count: int
    more: int


def uploads_left_behind(now: datetime) -> QuerySet[Upload]:
    """Unfinished uploads whose message was lost or whose reader died."""
    lost = Q(state=UploadState.WAITING, touched_at__lt=now - UNHEARD_FOR)
    dead = Q(state=UploadState.READING, touched_at__lt=now - SILENT_FOR)
    return Upload.objects.filter(lost | dead)


def uploads_expired(now: datetime) -> QuerySet[Upload]:
    """Uploads whose time is over."""
    return Upload.objects.filter(received_at__lt=now - KEPT_FOR)


def upload_page(upload: Upload, language: Language) -> UploadPage:
    """The upload as its page shows it."""
    faults = told_lines(upload, language)
    return UploadPage(
        id=upload.id,
        file_name=upload.file_name,
        state=UploadState(upload.state),
        percent=100 * min(upload.done, upload.total) // upload.total if upload.total else None,
        again=upload.attempts > 1,
        faults=faults[:MOST_SHOWN],
        faults_count=len(faults),
        more=max(len(faults) - MOST_SHOWN, 0),
    )


def told_lines(upload: Upload, language: Language) -> tuple[ToldLine, ...]:
    """The faults or notices of an upload in words, equal ones once."""
    lines = (
        ToldLine(show_place(each["place"], language), each[language.value]) for each in upload.told
    )
    return tuple(dict.fromkeys(lines))
