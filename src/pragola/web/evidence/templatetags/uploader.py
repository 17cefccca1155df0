"""What the uploader of a part shows, wherever a page includes it."""

from dataclasses import replace

from django import template
from django.template import Context

from pragola.web.evidence.queries import arrivals
from pragola.web.innovations.models import Entry

register = template.Library()
_SAID = "_pragola_uploader_said"


@register.simple_tag(takes_context=True)
def uploader_of(context: Context, entry: Entry, part: str) -> arrivals.Uploader | None:
    """The uploader of that part of the entry; None where its edition has no such part.

    The first one of a page brings the words and the script for all.
    """
    found = arrivals.uploader(entry, part)
    request = context.get("request")
    if found is None or request is None or getattr(request, _SAID, False):
        return found
    setattr(request, _SAID, True)
    return replace(found, first=True)
