"""What the worker is asked for about targets."""

from celery import shared_task
from django.utils.timezone import now

from pragola.web.targets.actions.agreeing import note_days
from pragola.web.targets.actions.calculating import (
    CALCULATE,
    calculate_next,
    sweep_calculations,
)


@shared_task(name=CALCULATE)  # type: ignore[untyped-decorator]
def calculate() -> None:
    """Work on one plan that waits; the clock asks for the next."""
    calculate_next(clock=now)


@shared_task(name="targets.sweep_calculations")  # type: ignore[untyped-decorator]
def sweep_plans() -> None:
    """Take plans back from dead workers, and ask anew where answers changed."""
    sweep_calculations(now)


@shared_task(name="targets.note_days")  # type: ignore[untyped-decorator]
def note_days_of_plans() -> None:
    """Write down how far the agreed plans are today."""
    note_days(now())
