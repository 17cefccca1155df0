"""What the worker is asked for about evidence."""

from time import monotonic

from celery import shared_task
from django.conf import settings
from django.utils.timezone import now

from pragola.inspection.videos import rendition
from pragola.web.evidence.actions.arrivals import sweep_arrivals
from pragola.web.evidence.actions.inspecting import LIMITS, inspect_next, sweep_inspections
from pragola.web.evidence.actions.likeness import liken_next, sweep_likeness
from pragola.web.evidence.actions.links import ask_links
from pragola.web.evidence.actions.rendering import render_next, sweep_renderings
from pragola.web.evidence.asking import ask

_INSPECTING_SECONDS = 20
_LIKENING_SECONDS = 5
_RENDERING_SECONDS = rendition.LIMITS.seconds


@shared_task(name="evidence.sweep_arrivals")  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Finish files that are all here, give up those that nobody sends on."""
    sweep_arrivals(now())


@shared_task(name="evidence.inspect", time_limit=_RENDERING_SECONDS + 3 * LIMITS.seconds)  # type: ignore[untyped-decorator]
def inspect_and_render() -> None:
    """Inspect what people just sent, render one video, inspect the backlog for a short while.

    Of two messages that expire where the worker is busy, one could miss its turn for ever.
    """
    _render_one()
    until = monotonic() + _INSPECTING_SECONDS
    while inspect_next(clock=now) and monotonic() < until:
        pass


def _render_one() -> None:
    """What people just sent is inspected before it and between its percents."""
    until = monotonic() + _RENDERING_SECONDS

    def inspect_sent() -> bool:
        return monotonic() < until and inspect_next(clock=now, backlog=False)

    while inspect_sent():
        pass
    render_next(clock=now, between=inspect_sent)


@shared_task(name="evidence.sweep_inspections")  # type: ignore[untyped-decorator]
def sweep_waiting_inspections() -> None:
    """Give back what dead workers held, and queue what is outdated."""
    sweep_inspections(now())


@shared_task(name="evidence.sweep_renderings")  # type: ignore[untyped-decorator]
def sweep_waiting_renderings() -> None:
    """Give back what dead workers held, and queue videos whose small ones are not there."""
    sweep_renderings(now())


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
