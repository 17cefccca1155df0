"""Pages of evidence: its letter and uses, reading it, the unit's library."""

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.evidence.access import (
    evidence_to_change,
    evidence_to_read,
    may_open_library,
    readable_among,
    unit_library,
)
from pragola.web.evidence.actions.describing import DESCRIBED, describe_evidence
from pragola.web.evidence.forms.describing import LetterForm, Told, TwoTexts, again, wanted_in
from pragola.web.evidence.models import Evidence
from pragola.web.evidence.public_copies import has_public_copy
from pragola.web.evidence.queries.alike import alike_in_uses
from pragola.web.evidence.queries.deeds import deeds_of
from pragola.web.evidence.queries.evidence import (
    KINDS,
    library_of,
    open_use,
    part_name,
    uses_shown,
    versions_of,
)
from pragola.web.evidence.queries.links import answer_told
from pragola.web.evidence.queries.proofs import media_of, size_of
from pragola.web.evidence.queries.reading import sheet_of
from pragola.web.evidence.queries.taken import taken_told
from pragola.web.evidence.renditions import WIDTHS, pages_of
from pragola.web.evidence.views.videos import asked_player
from pragola.web.innovations.access import entries_readable, entry_to_change, readable_units
from pragola.web.regions.access import standing_of
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.shared.parts import render_part
from pragola.web.shared.times import moment
from pragola.wording import say


@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """A piece of evidence; posted, what is said about it is kept."""
    if request.method != "POST":
        found = evidence_to_read(request, evidence_id)
        return _page(request, found, LetterForm(initial=dict(_saved(found))))
    found, standing = evidence_to_change(request, evidence_id)
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    told = dict(form.cleaned_data)
    try:
        author = standing.author(Role.OPERATOR)
        describe_evidence(found, told, revision=told.pop("revision"), by=author, at=now())
    except PragolaError as error:
        return _both_texts(request, evidence_id, say(error.faults[0], spoken()))
    messages.success(request, _("Data bukti sudah disimpan."))
    return redirect("evidence", evidence_id=evidence_id)


@require_safe
def evidence_view(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """The evidence to be read, a page at a time; beside another page where a script asks."""
    found = evidence_to_read(request, evidence_id)
    sheet = sheet_of(
        pages_of(found.file) if found.file else None,
        asked=whole(request.GET.get("hal")),
        used=request.GET.get("dipakai", ""),
    )
    context: dict[str, object] = {
        "evidence": found,
        "media": media_of(found),
        "size": size_of(found, spoken()),
        "answer": answer_told(found, spoken()),
        "sheet": sheet,
        "player": asked_player(request, found),
        "middle": WIDTHS[1],
        "widest": WIDTHS[2],
    }
    return render_part(request, "evidence/view.html", "reading", context)


@require_safe
def evidence_library(request: HttpRequest, unit_id: int) -> HttpResponse:
    """The unit's evidence, and that of the units above it, to look for and to choose from."""
    unit, units = unit_library(request, unit_id)
    entry_id, part = whole(request.GET.get("entri")), request.GET.get("bagian", "")
    chosen = entry_to_change(request, entry_id).entry if entry_id else None
    wanted = wanted_in(request)
    asked = request.GET.copy()
    number = asked.pop("halaman", [""])[-1]
    context = {
        "unit": unit,
        "library": library_of(unit, units, spoken(), wanted=wanted, number=str(number)),
        "wanted": wanted,
        "asked": asked.urlencode(),
        "kinds": KINDS.items(),
        "entry": chosen,
        "part": part,
        "part_name": part_name(chosen.assessment.edition, part) if chosen else "",
    }
    return render(request, "evidence/library.html", context)


def _both_texts(request: HttpRequest, evidence_id: int, sentence: str) -> HttpResponse:
    """The form as it was sent, beside what somebody else saved; sent again, it is saved."""
    found = evidence_to_read(request, evidence_id)
    repeated = again(request.POST.dict(), revision=found.revision)
    repeated.add_error(None, sentence)
    return _page(request, found, repeated, both=repeated.beside(_saved(found)))


def _saved(found: Evidence) -> Told:
    return {name: getattr(found, name) for name in (*DESCRIBED, "revision")}


def _page(
    request: HttpRequest, found: Evidence, form: LetterForm, *, both: tuple[TwoTexts, ...] = ()
) -> HttpResponse:
    standing = standing_of(request)
    changeable = standing.role_at(found.unit, Role.OPERATOR) is not None
    versions = readable_among(versions_of(found), standing)
    newest = versions[0]
    zone = ZoneInfo(found.region.time_zone)
    uses = uses_shown(found, entries_readable(standing), spoken())
    readable = readable_units(standing, "unit__")
    context = {
        "evidence": found,
        "media": media_of(found),
        "size": size_of(found, spoken()),
        "answer": answer_told(found, spoken()),
        "added": moment(found.added_at, zone, spoken(), who=found.added_by),
        "form": form,
        "both": both,
        "changeable": changeable,
        "in_library": may_open_library(found.unit, standing),
        "uses": uses,
        "alike": alike_in_uses([use.use for use in uses], readable, spoken()),
        "replacing": open_use(found) if changeable and newest == found and found.file else None,
        "newest": newest if newest != found else None,
        "versions": [(each, moment(each.added_at, zone, spoken())) for each in versions],
        "deeds": deeds_of(found, spoken()),
        "narrow": WIDTHS[0],
        "player": asked_player(request, found),
        "public": has_public_copy(found.file),
        "taken": taken_told(found.file, spoken()),
    }
    return render(request, "evidence/evidence.html", context, status=422 if form.errors else 200)
