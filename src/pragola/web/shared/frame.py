"""What the frame of every page shows."""

from django.conf import settings
from django.http import HttpRequest

from pragola.demonstration import demonstrated_editions, region

_AT_WORK = "/kerja/"


def frame(request: HttpRequest) -> dict[str, object]:
    """The years to switch between, whose pages these are, and whether what they show is invented.

    `at_work` tells that this is a page of the workspace.
    """
    at_work = request.path.startswith(_AT_WORK)
    return {
        "years": demonstrated_editions(),
        "region_name": region().name,
        "at_work": at_work,
        "invented": at_work and settings.DEMONSTRATION,
    }
