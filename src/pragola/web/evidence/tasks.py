"""What the worker is asked for about evidence."""

from collections.abc import Callable
from time import monotonic

from celery import shared_task
from django.conf import settings
from django.utils.timezone import now

from pragola.inspection.videos import rendition, speech
from pragola.inspection.videos.speech import listen_confined
from pragola.web.evidence.actions.arrivals import sweep_arrivals
from pragola.web.evidence.actions.inspecting import LIMITS, inspect_next, sweep_inspections
from pragola.web.evidence.actions.likeness import liken_next, sweep_likeness
from pragola.web.evidence.actions.links import ask_links
from pragola.web.evidence.actions.rendering import render_next, sweep_renderings
from pragola.web.evidence.actions.transcribing import sweep_transcripts, transcribe_next
from pragola.web.evidence.asking import ask

_INSPECTING_SECONDS = 20
_LIKENING_SECONDS = 5
_RENDERING_SECONDS, _HEARING_SECONDS = rendition.LIMITS.seconds, speech.LIMITS.seconds
_LONGEST_SECONDS = max(_RENDERING_SECONDS, _HEARING_SECONDS) + 3 * LIMITS.seconds


@shared_task(name="evidence.sweep_arrivals")  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Finish files that are all here, give up those that nobody sends on."""
    sweep_arrivals(now())


@shared_task(name="evidence.inspect", time_limit=_LONGEST_SECONDS)  # type: ignore[untyped-decorator]
def inspect_and_render() -> None:
    """Inspect what people just sent, render or hear one video, inspect the backlog for a while.

    Of two messages that expire where the worker is busy, one could miss its turn for ever.
    """
    if not _render_one():
        _hear_one()
    until = monotonic() + _INSPECTING_SECONDS
    while inspect_next(clock=now) and monotonic() < until:
        pass


def _render_one() -> bool:
    """What people just sent is inspected before it and between its percents."""
    inspect_sent = _inspecting(_RENDERING_SECONDS)
    while inspect_sent():
        pass
    return render_next(clock=now, between=inspect_sent)


def _hear_one() -> None:
    """Where the administrator gave a model; what people just sent is inspected meanwhile."""
    model = settings.SPEECH_MODEL
    if model:
        inspect_sent = _inspecting(_HEARING_SECONDS)
        transcribe_next(
            listen=lambda path: listen_confined(path, model), clock=now, between=inspect_sent
        )


def _inspecting(seconds: int) -> Callable[[], bool]:
    """What inspects one file that people just sent, for so long."""
    until = monotonic() + seconds
    return lambda: monotonic() < until and inspect_next(clock=now, backlog=False)


@shared_task(name="evidence.sweep_inspections")  # type: ignore[untyped-decorator]
def sweep_waiting_inspections() -> None:
    """Give back what dead workers held, and queue what is outdated."""
    sweep_inspections(now())


@shared_task(name="evidence.sweep_renderings")  # type: ignore[untyped-decorator]
def sweep_waiting_renderings() -> None:
    """Give back what dead workers held, and queue videos whose small ones are not there."""
    sweep_renderings(now())
    if settings.SPEECH_MODEL:
        sweep_transcripts(now())


@shared_task(name="evidence.liken")  # type: ignore[untyped-decorator]
def liken_waiting() -> None:
    """Find what is nearly the same as what waits; for a moment, so that mails go out meanwhile."""
    until = monotonic() + _LIKENING_SECONDS
    while liken_next(clock=now) and monotonic() < until:
        pass


@shared_task(name="evidence.sweep_likeness")  # type: ignore[untyped-decorator]
def sweep_waiting_likeness() -> None:
    """Let wait what another version of the check looked up, and innovations that were changed."""
    sweep_likeness(now())


@shared_task(name="evidence.ask_links")  # type: ignore[untyped-decorator]
def ask_waiting_links() -> None:
    """Ask links whether they open, where the administrator allows it."""
    if settings.ASK_LINKS:
        ask_links(ask, at=now())
