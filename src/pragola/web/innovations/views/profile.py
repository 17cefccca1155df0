"""The profile of an entry: shown, and saved field by field or as a whole."""

from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from django.conf import settings
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
from pragola.web.innovations.actions.presence import be_seen
from pragola.web.innovations.actions.saving import StaleSaveError
from pragola.web.innovations.models import FieldValue
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.innovations.profile_values import (
    APPLIED,
    DEVELOPED,
    Posted,
    as_words,
    field_of,
    is_empty,
    posted_value,
    typed_value,
)
from pragola.web.innovations.queries.head import entry_head
from pragola.web.innovations.queries.profile import profile_sections, some_fields
from pragola.web.innovations.queries.pulse import pulse_of
from pragola.web.innovations.unsaved import Unsaved, unsaved_part
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.kept import keeps_texts, kept_texts
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.shared.times import moment

_DATES = frozenset({APPLIED, DEVELOPED})
"""What stands in one of them changes what is to be said of the other."""
_CONFIRMED = "masih_berlaku"
"""Names the fields that were carried over from last year and hold as they are."""


@keeps_texts
@require_http_methods(["GET", "HEAD", "POST"])
def entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """The form; a posted one saves every field that changed, and tells which it could not."""
    if request.method != "POST":
        opened = entry_to_read(request, entry_id)
        return _page(request, opened, tuple(_kept(request, opened)))
    opened = entry_to_change(request, entry_id)
    unsaved = tuple(_save_all(request, opened))
    if unsaved:
        return _page(request, opened, unsaved)
    messages.success(request, _("Profil sudah disimpan."))
    return redirect("entry", entry_id=entry_id)


@require_POST
@autosave.for_its_writer
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
    parts = {
        f"sesudah-{each.id}": render_to_string(
            "innovations/_field_after.html", {"field": each}, request
        )
        for each in some_fields(opened.entry, {field.id, *_DATES}, spoken())
    }
    return autosave.saved(row.revision, parts=parts)


@require_safe
def pulse(request: HttpRequest, entry_id: int) -> JsonResponse:
    """What of an entry was saved last, by whom, and who is here: so that people see each other."""
    opened = entry_to_read(request, entry_id)
    person, at = opened.standing.person, now()
    be_seen(person, entry=opened.entry, at=at)
    return JsonResponse(pulse_of(opened.entry, person, at, spoken()))


def _page(request: HttpRequest, opened: OpenedEntry, unsaved: tuple[Unsaved, ...]) -> HttpResponse:
    head = entry_head(opened, now())
    reasons = head.returned.reasons if head.returned else {}
    typed = {each.id: each.typed for each in unsaved}
    context = {
        "head": head,
        "opened": opened,
        "entry": opened.entry,
        "sections": profile_sections(opened.entry, spoken(), reasons=reasons, typed=typed),
        "unsaved": unsaved,
        "kept": kept_texts(request) is not None and bool(unsaved),
        "stale": any(each.when for each in unsaved),
        "tab": "profile",
        "tiles": {"address": settings.TILES, "credit": settings.TILES_CREDIT},
    }
    status = (409 if context["stale"] else 422) if unsaved and request.method == "POST" else 200
    return render(request, "innovations/entry.html", context, status=status)


def _save_all(request: HttpRequest, opened: OpenedEntry) -> Iterator[Unsaved]:
    edition = load_edition(opened.entry.assessment.edition)
    posted = dict(request.POST.lists())
    rows = {row.field: row for row in opened.entry.fields.all()}
    for field in edition.profile:
        if field.kind is FieldKind.FILE or f"revision.{field.id}" not in posted:
            continue
        typed = typed_value(field, posted)
        if _unchanged(rows.get(field.id), typed) and field.id not in posted.get(_CONFIRMED, ()):
            continue
        why = _refused(opened, edition, field, posted)
        if why:
            yield unsaved_part(opened.entry, field.id, field.label, why, typed=typed)


def _kept(request: HttpRequest, opened: OpenedEntry) -> Iterator[Unsaved]:
    """What was typed before the session ended, where it differs from what is saved."""
    posted = kept_texts(request)
    if posted is None or not opened.changeable:
        return
    rows = {row.field: row for row in opened.entry.fields.all()}
    edition = load_edition(opened.entry.assessment.edition)
    for field in edition.profile:
        if field.kind is FieldKind.FILE or f"revision.{field.id}" not in posted:
            continue
        typed = typed_value(field, posted)
        row = rows.get(field.id)
        if not _unchanged(row, typed):
            yield _still_unsaved(opened, field, typed, row, revision=_revision(posted, field))


def _still_unsaved(
    opened: OpenedEntry,
    field: ProfileField,
    typed: Jsonable,
    row: FieldValue | None,
    *,
    revision: int,
) -> Unsaved:
    """A text of before, beside what somebody has saved since then."""
    overtaken = row is not None and row.revision != revision
    zone = ZoneInfo(opened.entry.assessment.region.time_zone)
    return Unsaved(
        id=field.id,
        label=field.label,
        why=_("belum tersimpan"),
        typed=typed,
        theirs=as_words(row.value) if row and overtaken else "",
        when=moment(row.saved_at, zone, spoken(), who=row.saved_by) if row and overtaken else "",
    )


def _unchanged(row: FieldValue | None, typed: Jsonable) -> bool:
    return row.value == typed if row else is_empty(typed)


def _refused(
    opened: OpenedEntry, edition: Edition, field: ProfileField, posted: Posted
) -> PragolaError | None:
    """Save a field; what was wrong with it, if anything was."""
    try:
        _save(opened, edition, field, posted)
    except PragolaError as error:
        return error
    return None


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
    return whole(text) or 0
