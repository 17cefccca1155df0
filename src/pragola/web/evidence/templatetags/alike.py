"""What a use has in common with others, where a page has it for all of its uses."""

from collections.abc import Mapping, Sequence

from django import template

from pragola.web.evidence.queries.alike import Alike

register = template.Library()


@register.filter
def of_use(alike: Mapping[int, Sequence[Alike]] | str, use: int) -> Sequence[Alike]:
    """The pairs that the use belongs to; none on a page that does not tell."""
    return alike.get(use, ()) if isinstance(alike, Mapping) else ()
