"""The attachments of an entry, for its profile page."""

from dataclasses import dataclass

from django import template
from django.utils.timezone import now

from pragola.web.evidence.access import may_inspect
from pragola.web.evidence.queries.proofs import Attachment, attachments_of, proofs_of
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.shared.language import spoken

register = template.Library()


@dataclass(frozen=True, slots=True)
class Attachments:
    """What is attached, and whether the reader may have it inspected again."""

    fields: tuple[Attachment, ...]
    again: bool


@register.simple_tag
def attachments_of_profile(opened: OpenedEntry) -> Attachments:
    """The file fields of the profile with their proofs."""
    entry = opened.entry
    fields = attachments_of(entry, proofs_of(entry, spoken(), now()))
    return Attachments(fields, may_inspect(opened.standing, entry.innovation.unit))
