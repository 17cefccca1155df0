"""Objections on the pages where units work."""

from collections.abc import Mapping

from django import template
from django.http import HttpRequest
from django.utils.timezone import now

from pragola.web.innovations.access import entries_readable
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.regions.access import standing_of
from pragola.web.regions.models import Role
from pragola.web.review.queries.objections import (
    ObjectionLine,
    ObjectionsToday,
    objections_of_today,
    objections_to_claims_of,
)
from pragola.web.shared.language import spoken

register = template.Library()


@register.simple_tag
def objected_claims(entry: Entry) -> Mapping[str, ObjectionLine]:
    """The latest objection to a verdict on each claim of an entry, by indicator."""
    return objections_to_claims_of(entry, spoken())


@register.filter
def objected_claim(lines: Mapping[str, ObjectionLine] | str, code: str) -> ObjectionLine | None:
    """The objection to the verdict on one claim; None where there is none."""
    return lines.get(code) if isinstance(lines, Mapping) else None


@register.simple_tag
def objections_today(request: HttpRequest, assessment: Assessment) -> ObjectionsToday:
    """What of an assessment's objections concerns the reader's work now."""
    standing = standing_of(request)
    units = standing.units(Role.OPERATOR, Role.HEAD)
    entries = entries_readable(standing).filter(innovation__unit__in=units)
    return objections_of_today(assessment, standing, entries, at=now(), language=spoken())
