"""The one way to ask the worker for something."""

from celery import current_app

READ = "regions.read_upload"
SWEEP = "regions.sweep_uploads"


def ask_for_reading(upload_id: str) -> None:
    """Put the reading of an upload into the queue; asking twice does no harm."""
    current_app.send_task(READ, args=[upload_id])
