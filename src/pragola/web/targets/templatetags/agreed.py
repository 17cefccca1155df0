"""What the agreed plan asks, on the pages where units work."""

from collections.abc import Mapping

from django import template
from django.http import HttpRequest
from django.utils.timezone import now

from pragola.web.innovations.models import Assessment, Entry
from pragola.web.regions.access import standing_of
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.web.targets.queries.agreed import PlanSum, plan_sum
from pragola.web.targets.queries.own_actions import (
    Follow,
    Note,
    follows_of_units,
    notes_of_entry,
)

register = template.Library()


@register.simple_tag
def agreed_follows(request: HttpRequest, assessment: Assessment) -> tuple[Follow, ...]:
    """Claims of the reader's units that collective work of the plan carries."""
    units = standing_of(request).units(Role.OPERATOR, Role.HEAD)
    return follows_of_units(assessment, units, language=spoken())


@register.simple_tag
def agreed_sum(assessment: Assessment) -> PlanSum | None:
    """How far the agreed plan is, for who leads and coordinates; None without one."""
    return plan_sum(assessment, at=now(), language=spoken())


@register.simple_tag
def agreed_notes(entry: Entry) -> Mapping[str, Note]:
    """What the plan asks of an entry's claims, by indicator."""
    return notes_of_entry(entry, language=spoken())


@register.filter
def of_claim(notes: Mapping[str, Note] | str, code: str) -> Note | None:
    """What it asks of one claim; None on a page that does not tell."""
    return notes.get(code) if isinstance(notes, Mapping) else None
