"""What the uploader of a part shows, wherever a page includes it."""

from django import template

from pragola.web.evidence.queries import arrivals
from pragola.web.innovations.models import Entry

register = template.Library()


@register.simple_tag
def uploader_of(entry: Entry, part: str) -> arrivals.Uploader | None:
    """The uploader of that part of the entry; None where its edition has no such part."""
    return arrivals.uploader(entry, part)
