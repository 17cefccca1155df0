"""What the frame of every page shows."""

from django.http import HttpRequest

from pragola.demonstration import demonstrated_editions, region


def frame(_: HttpRequest) -> dict[str, object]:
    """The years to switch between and whose pages these are."""
    return {"years": demonstrated_editions(), "region_name": region().name}
