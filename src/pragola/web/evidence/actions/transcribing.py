"""Transcripts of videos: queued by a sweep, made by workers, taken back from dead ones.

Only where the administrator gave a model. As with small videos the rows are the queue, and nothing
rests on them: a video without a transcript is judged as any other.
"""

from collections.abc import Callable, Generator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db.models import F, QuerySet

from pragola.inspection.videos.speech import Heard
from pragola.scoring.faults import PragolaError
from pragola.web.evidence.actions.inspecting import Clock
from pragola.web.evidence.models import StoredFile, Transcript, TranscriptState, Use
from pragola.web.evidence.renditions import VIDEOS
from pragola.web.evidence.store import at_hand

DEAD_AFTER = timedelta(minutes=15)
"""A worker is heard of at each passage; a slow model takes minutes for the first one."""
MOST_TRIES = 3
_OFFERED = 10

type Listen = Callable[[Path], Generator[Heard]]
"""What hears a file, passage by passage; it raises PragolaError where it cannot."""


def transcribe_next(*, listen: Listen, clock: Clock, between: Callable[[], object]) -> bool:
    """Hear the first video that waits; whether there was one.

    `between` is called after each passage, so that what is more urgent need not wait.
    """
    waiting = Transcript.objects.filter(state=TranscriptState.WAITING).select_related("file")
    for row in waiting[:_OFFERED]:
        if _take(row, at=clock()):
            _transcribe(row, listen=listen, clock=clock, between=between)
            return True
    return False


def sweep_transcripts(at: datetime) -> None:
    """Give back what dead workers held, set aside what killed several, queue new videos."""
    held = Transcript.objects.filter(state=TranscriptState.RUNNING, seen_at__lt=at - DEAD_AFTER)
    held.filter(tries__gte=MOST_TRIES).update(state=TranscriptState.ISOLATED, ended_at=at)
    held.filter(tries__lt=MOST_TRIES).update(state=TranscriptState.WAITING)
    used = Use.objects.filter(removed_at=None).values("evidence__file")
    new = StoredFile.objects.filter(media_type__in=VIDEOS, transcript=None, pk__in=used)
    Transcript.objects.bulk_create(
        (Transcript(file=file, queued_at=at) for file in new), ignore_conflicts=True
    )


def _take(row: Transcript, *, at: datetime) -> bool:
    """Whether it is ours now; another worker may have been quicker."""
    waiting = Transcript.objects.filter(pk=row.pk, state=TranscriptState.WAITING)
    mine = waiting.update(state=TranscriptState.RUNNING, tries=F("tries") + 1, seen_at=at)
    if mine:
        row.refresh_from_db(fields=["state", "tries", "seen_at"])
    return bool(mine)


def _transcribe(
    taken: Transcript, *, listen: Listen, clock: Clock, between: Callable[[], object]
) -> None:
    heard: list[Heard] = []
    try:
        with TemporaryDirectory(prefix="pragola-") as own:
            path = at_hand(taken.file.sha256, Path(own))
            with closing(listen(path)) as passages:
                for passage in passages:
                    heard.append(passage)
                    if not _held(taken).update(seen_at=clock()):
                        return
                    between()
    except PragolaError as error:
        fault = error.faults[0].code
        _held(taken).update(state=TranscriptState.FAILED, ended_at=clock(), fault=fault)
    else:
        _held(taken).update(
            state=TranscriptState.DONE,
            ended_at=clock(),
            passages=[[each.second, each.text] for each in heard],
            text="\n".join(each.text for each in heard),
        )


def _held(taken: Transcript) -> QuerySet[Transcript]:
    """Its row, while nobody else was given it."""
    return Transcript.objects.filter(pk=taken.pk, state=TranscriptState.RUNNING, tries=taken.tries)
