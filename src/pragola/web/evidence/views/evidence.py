"""Pages of evidence: its letter and uses, reading it, the unit's library."""

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence.access import (
    evidence_to_change,
    evidence_to_read,
    may_describe,
    may_inspect,
    may_open_library,
    readable_among,
    region_library,
    unit_library,
)
from pragola.web.evidence.actions.describing import DESCRIBED, describe_evidence
from pragola.web.evidence.forms.describing import (
    TAKING,
    LetterForm,
    Told,
    TwoTexts,
    again,
    wanted_in,
    with_taken,
)
from pragola.web.evidence.models import Evidence
from pragola.web.evidence.public_copies import has_public_copy
from pragola.web.evidence.queries.alike import alike_in_uses
from pragola.web.evidence.queries.deeds import deeds_of
from pragola.web.evidence.queries.evidence import (
    KINDS,
    judged_in,
    library_of,
    open_use,
    part_name,
    uses_shown,
    versions_of,
)
from pragola.web.evidence.queries.letters import Suggestion, suggestions_for
from pragola.web.evidence.queries.links import answer_told
from pragola.web.evidence.queries.proofs import media_of, size_of
from pragola.web.evidence.queries.reading import box_of, sheet_of
from pragola.web.evidence.queries.taken import taken_told
from pragola.web.evidence.queries.transcripts import transcript_of
from pragola.web.evidence.renditions import WIDTHS, pages_of
from pragola.web.evidence.views.videos import asked_player
from pragola.web.innovations.access import entries_readable, entry_to_change, readable_units
from pragola.web.regions.access import standing_of
from pragola.web.regions.models import Role, Unit
from pragola.web.shared.kept import first_texts, keeps_texts, kept_texts
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.shared.parts import render_part
from pragola.web.shared.times import moment
from pragola.wording import say


@keeps_texts
@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """A piece of evidence; posted, what is said about it is kept."""
    if request.method != "POST":
        return _shown(request, evidence_to_read(request, evidence_id))
    found, standing = evidence_to_change(request, evidence_id)
    form = LetterForm(_posted(request, found))
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
        "box": box_of(request.GET.get("kotak", "")),
        "player": asked_player(request, found),
        "passages": transcript_of(found),
        "middle": WIDTHS[1],
        "widest": WIDTHS[2],
    }
    return render_part(request, "evidence/view.html", "reading", context)


@require_safe
def evidence_library(request: HttpRequest, unit_id: int) -> HttpResponse:
    """The unit's evidence, and that of the units above it, to look for and to choose from."""
    unit, evidence = unit_library(request, unit_id)
    entry_id, part = whole(request.GET.get("entri")), request.GET.get("bagian", "")
    chosen = entry_to_change(request, entry_id).entry if entry_id else None
    context: dict[str, object] = {
        "place": unit,
        "entry": chosen,
        "part": part,
        "part_name": part_name(chosen.assessment.edition, part) if chosen else "",
    }
    return _library(request, evidence, home=unit, context=context)


@require_safe
def evidence_of_region(request: HttpRequest, code: str) -> HttpResponse:
    """All evidence of a government, to look for."""
    region, evidence = region_library(request, code)
    return _library(request, evidence, home=None, context={"place": region})


def _library(
    request: HttpRequest,
    evidence: QuerySet[Evidence],
    *,
    home: Unit | None,
    context: dict[str, object],
) -> HttpResponse:
    wanted = wanted_in(request)
    asked = request.GET.copy()
    number = str(asked.pop("halaman", [""])[-1])
    found = library_of(evidence, spoken(), home=home, wanted=wanted, number=number)
    shown = {"library": found, "wanted": wanted, "asked": asked.urlencode(), "kinds": KINDS.items()}
    return render(request, "evidence/library.html", context | shown)


def _shown(request: HttpRequest, found: Evidence) -> HttpResponse:
    """Its letter as it is saved, or as somebody wrote it before their session ended."""
    sent = kept_texts(request)
    changeable = may_describe(standing_of(request), found.unit)
    if sent is None or not changeable:
        return _page(request, found, LetterForm(initial=dict(_saved(found))))
    form = LetterForm(first_texts(sent))
    both = form.beside(_saved(found)) if form["revision"].value() != str(found.revision) else ()
    return _page(request, found, form, both=both)


def _both_texts(request: HttpRequest, evidence_id: int, sentence: str) -> HttpResponse:
    """The form as it was sent, beside what somebody else saved; sent again, it is saved."""
    found = evidence_to_read(request, evidence_id)
    repeated = again(_posted(request, found), revision=found.revision)
    repeated.add_error(None, sentence)
    return _page(request, found, repeated, both=repeated.beside(_saved(found)))


def _posted(request: HttpRequest, found: Evidence) -> Mapping[str, str]:
    """What somebody wrote, with what of the letter they took as it was read."""
    posted = {name: str(value) for name, value in request.POST.items()}
    if TAKING not in posted:
        return posted
    taken = request.POST.getlist(TAKING)
    return with_taken(posted, suggestions_for(found, spoken()), taken=taken)


def _saved(found: Evidence) -> Told:
    return {name: getattr(found, name) for name in (*DESCRIBED, "revision")}


def _read(
    form: LetterForm, suggestions: Iterable[Suggestion]
) -> tuple[tuple[str, Suggestion], ...]:
    """The suggestions with the labels of their fields."""
    return tuple((str(form[each.field].label), each) for each in suggestions)


def _sentence(code: str, found: str) -> str:
    return say(Fault(code=code, found=found), spoken())


def _page(
    request: HttpRequest, found: Evidence, form: LetterForm, *, both: tuple[TwoTexts, ...] = ()
) -> HttpResponse:
    standing = standing_of(request)
    changeable = may_describe(standing, found.unit)
    judged = judged_in(found) if changeable else ""
    versions = readable_among(versions_of(found), standing)
    newest = versions[0]
    zone = ZoneInfo(found.region.time_zone)
    uses = uses_shown(found, entries_readable(standing), spoken(), now())
    readable = readable_units(standing, "unit__")
    context = {
        "evidence": found,
        "media": media_of(found),
        "size": size_of(found, spoken()),
        "answer": answer_told(found, spoken()),
        "added": moment(found.added_at, zone, spoken(), who=found.added_by),
        "form": form,
        "kept": form.is_bound and request.method != "POST",
        "both": both,
        "changeable": changeable,
        "locked": _sentence("evidence_being_judged", judged) if judged else "",
        "read": _read(form, suggestions_for(found, spoken())) if changeable else (),
        "in_library": may_open_library(found.unit, standing),
        "uses": [(use, may_inspect(standing, use.unit)) for use in uses],
        "alike": alike_in_uses([use.use for use in uses], readable, spoken()),
        "replacing": open_use(found) if changeable and newest == found and found.file else None,
        "newest": newest if newest != found else None,
        "versions": [(each, moment(each.added_at, zone, spoken())) for each in versions],
        "deeds": deeds_of(found, spoken()),
        "narrow": WIDTHS[0],
        "player": asked_player(request, found),
        "passages": transcript_of(found),
        "public": has_public_copy(found.file),
        "taken": taken_told(found.file, spoken()),
    }
    status = 422 if form.errors and request.method == "POST" else 200
    return render(request, "evidence/evidence.html", context, status=status)
