"""The profile of an entry: shown, and saved field by field or as a whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition, FieldKind, ProfileField
from pragola.scoring.faults import PragolaError
from pragola.web.innovations import autosave
from pragola.web.innovations.access import entry_to_change, entry_to_read
from pragola.web.innovations.actions.fields import save_field
from pragola.web.innovations.actions.saving import StaleSaveError
from pragola.web.innovations.models import FieldValue
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.innovations.profile_values import Posted, as_words, field_of, posted_value
from pragola.web.innovations.queries.head import entry_head
from pragola.web.innovations.queries.profile import one_field, profile_sections
from pragola.web.innovations.queries.pulse import pulse_of
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.wording import say


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A field that a form could not save: why, what was sent, and what stands there instead."""

    label: str
    id: str
    why: str
    mine: str
    theirs: str


@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """The form; a posted one saves every field that changed, and tells which it could not."""
    if request.method != "POST":
        return _page(request, entry_to_read(request, entry_id), ())
    opened = entry_to_change(request, entry_id)
    unsaved = tuple(_save_all(request, opened))
    if unsaved:
        return _page(request, opened, unsaved)
    messages.success(request, _("Profil sudah disimpan."))
    return redirect("entry", entry_id=entry_id)


@require_POST
def field_save(request: HttpRequest, entry_id: int, field_id: str) -> HttpResponse:
    """One field, saved by a script while somebody writes."""
    opened = entry_to_change(request, entry_id)
    edition = load_edition(opened.entry.assessment.edition)
    try:
        field = field_of(edition, field_id)
        row = _save(opened, edition, field, dict(request.POST.lists()))
    except StaleSaveError as error:
        zone = ZoneInfo(opened.entry.assessment.region.time_zone)
        mine, theirs = as_words(error.mine), as_words(error.theirs)
        return autosave.stale(error, mine=mine, theirs=theirs, zone=zone)
    except PragolaError as error:
        return autosave.refused(error)
    part = one_field(opened.entry, field.id, spoken())
    after = render_to_string("innovations/_field_after.html", {"field": part}, request)
    return autosave.saved(row.revision, said=part.saved, parts={f"sesudah-{part.id}": after})


@require_safe
def pulse(request: HttpRequest, entry_id: int) -> JsonResponse:
    """What of an entry was saved last, and by whom: so that two people see each other's work."""
    return JsonResponse(pulse_of(entry_to_read(request, entry_id).entry, spoken()))


def _page(request: HttpRequest, opened: OpenedEntry, unsaved: tuple[Unsaved, ...]) -> HttpResponse:
    head = entry_head(opened, now())
    reasons = head.returned.reasons if head.returned else {}
    context = {
        "head": head,
        "sections": profile_sections(opened.entry, spoken(), reasons=reasons),
        "unsaved": unsaved,
        "tab": "profile",
    }
    return render(request, "innovations/entry.html", context, status=409 if unsaved else 200)


def _save_all(request: HttpRequest, opened: OpenedEntry) -> Iterator[Unsaved]:
    edition = load_edition(opened.entry.assessment.edition)
    posted = dict(request.POST.lists())
    for field in edition.profile:
        if field.kind is FieldKind.FILE or f"revision.{field.id}" not in posted:
            continue
        try:
            _save(opened, edition, field, posted)
        except StaleSaveError as error:
            theirs = as_words(error.theirs)
            why = say(error.faults[0], spoken())
            yield Unsaved(field.label, field.id, why, as_words(error.mine), theirs)
        except PragolaError as error:
            yield Unsaved(field.label, field.id, say(error.faults[0], spoken()), "", "")


def _save(opened: OpenedEntry, edition: Edition, field: ProfileField, posted: Posted) -> FieldValue:
    return save_field(
        opened.entry.pk,
        field.id,
        posted_value(edition, field, posted),
        revision=_revision(posted, field),
        by=opened.standing.author(Role.OPERATOR),
        at=now(),
    )


def _revision(posted: Posted, field: ProfileField) -> int:
    sent: Mapping[str, str] = {name: values[0] for name, values in posted.items() if values}
    text = sent.get(f"revision.{field.id}", sent.get("revision", "0"))
    return int(text) if text.isdecimal() else 0
