"""What the worker can be asked for."""

from celery import shared_task
from django.utils.timezone import now

from pragola.web.regions import reading
from pragola.web.regions.actions.uploads import forget_expired, take_up_left_behind
from pragola.web.regions.queue import READ, SWEEP


@shared_task(name=READ)  # type: ignore[untyped-decorator]
def read_upload(upload_id: str) -> None:
    """Read and score a waiting upload."""
    reading.read_upload(upload_id)


@shared_task(name=SWEEP)  # type: ignore[untyped-decorator]
def sweep_uploads() -> None:
    """Take up what was left behind, forget what is old."""
    moment = now()
    take_up_left_behind(moment)
    forget_expired(moment)
