"""Poster and small video of every stored video: queued, made by workers, taken back from dead ones.

As with inspections, the rows are the queue. A worker writes only while it holds the try it began
with; who finds that it does not, stops, and its child with it.
"""

from collections.abc import Callable, Generator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db.models import F, QuerySet

from pragola.inspection.videos.rendition import render_confined
from pragola.scoring.faults import PragolaError
from pragola.web.evidence.actions.inspecting import Clock
from pragola.web.evidence.models import Rendering, RenderingState, StoredFile, Use
from pragola.web.evidence.renditions import VIDEOS, video_folder, video_rendition
from pragola.web.evidence.store import at_hand

DEAD_AFTER = timedelta(minutes=5)
"""A worker is heard of at each percent; between two it may inspect a file, for 100 s at most."""
MOST_TRIES = 3
_OFFERED = 10
"""Rows looked at for one to take; where all were taken by others, the next call looks again."""


def queue_rendering(file: StoredFile | None, *, at: datetime) -> None:
    """Have a video rendered, unless it was or is about to be; nothing for what is no video."""
    if file is not None and file.media_type in VIDEOS:
        Rendering.objects.get_or_create(file=file, defaults=_queued(at, backlog=False))


def render_next(*, clock: Clock, between: Callable[[], object]) -> bool:
    """Render the first video that waits, the backlog last; whether there was one.

    `between` is called after each percent, so that what is more urgent need not wait.
    """
    waiting = Rendering.objects.filter(state=RenderingState.WAITING).select_related("file")
    for row in waiting[:_OFFERED]:
        if _take(row, at=clock()):
            _render(row, clock=clock, between=between)
            return True
    return False


def sweep_renderings(at: datetime) -> None:
    """Give back what dead workers held, set aside what killed several, queue what is not there."""
    held = Rendering.objects.filter(state=RenderingState.RUNNING, seen_at__lt=at - DEAD_AFTER)
    held.filter(tries__gte=MOST_TRIES).update(state=RenderingState.ISOLATED, ended_at=at)
    held.filter(tries__lt=MOST_TRIES).update(state=RenderingState.WAITING, percent=0)
    done = Rendering.objects.filter(state=RenderingState.DONE).select_related("file")
    lost = [row.pk for row in done.iterator() if not video_rendition(row.file).is_there]
    Rendering.objects.filter(pk__in=lost).update(**_queued(at, backlog=True))
    used = Use.objects.filter(removed_at=None).values("evidence__file")
    new = StoredFile.objects.filter(media_type__in=VIDEOS, rendering=None, pk__in=used)
    Rendering.objects.bulk_create(
        (Rendering(file=file, **_queued(at, backlog=True)) for file in new), ignore_conflicts=True
    )


def _queued(at: datetime, *, backlog: bool) -> dict[str, Any]:
    """The fields of a row that waits for its first try."""
    return {
        "state": RenderingState.WAITING,
        "backlog": backlog,
        "tries": 0,
        "percent": 0,
        "queued_at": at,
    }


def _take(row: Rendering, *, at: datetime) -> bool:
    """Whether it is ours now; another worker may have been quicker."""
    waiting = Rendering.objects.filter(pk=row.pk, state=RenderingState.WAITING)
    mine = waiting.update(
        state=RenderingState.RUNNING, tries=F("tries") + 1, percent=0, seen_at=at, fault=""
    )
    if mine:
        row.refresh_from_db(fields=["state", "tries", "seen_at"])
    return bool(mine)


def _render(taken: Rendering, *, clock: Clock, between: Callable[[], object]) -> None:
    try:
        with closing(_percents(taken.file)) as percents:
            for percent in percents:
                if not _held(taken).update(percent=percent, seen_at=clock()):
                    return
                between()
    except PragolaError as error:
        _end(taken, RenderingState.FAILED, at=clock(), fault=error.faults[0].code)
    else:
        _end(taken, RenderingState.DONE, at=clock())


def _percents(file: StoredFile) -> Generator[int]:
    folder = video_folder(file)
    # Whoever was killed here before may have left something half written.
    for part in folder.glob("*.part"):
        part.unlink(missing_ok=True)
    with TemporaryDirectory(prefix="pragola-") as own:
        yield from render_confined(at_hand(file.sha256, Path(own)), folder)


def _end(taken: Rendering, state: RenderingState, *, at: datetime, fault: str = "") -> None:
    _held(taken).update(state=state, ended_at=at, fault=fault)


def _held(taken: Rendering) -> QuerySet[Rendering]:
    """Its row, while nobody else was given it."""
    return Rendering.objects.filter(pk=taken.pk, state=RenderingState.RUNNING, tries=taken.tries)
