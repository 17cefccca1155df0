"""What a use or an innovation has in common with others, where a page tells it."""

from collections.abc import Mapping, Sequence

from django import template

from pragola.web.evidence.queries.alike import Alike, alike_innovations
from pragola.web.innovations.access import readable_units
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.shared.language import spoken

register = template.Library()


@register.filter
def of_use(alike: Mapping[int, Sequence[Alike]] | str, use: int) -> Sequence[Alike]:
    """The pairs that the use belongs to; none on a page that does not tell."""
    return alike.get(use, ()) if isinstance(alike, Mapping) else ()


@register.simple_tag
def alike_to_innovation(opened: OpenedEntry) -> Sequence[Alike]:
    """Innovations that are described nearly as this one, as far as the reader may know."""
    readable = readable_units(opened.standing, "unit__")
    return alike_innovations(opened.entry.innovation, readable, spoken())
