"""Pages of evidence: its letter and uses, reading it, the unit's library, links."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.evidence.access import (
    evidence_to_change,
    evidence_to_read,
    unit_library,
    use_to_change,
)
from pragola.web.evidence.actions.describing import DESCRIBED, add_link, describe_evidence
from pragola.web.evidence.actions.uses import remove_use, use_evidence
from pragola.web.evidence.forms.describing import LetterForm
from pragola.web.evidence.models import Evidence
from pragola.web.evidence.queries.evidence import (
    library_of,
    open_use,
    part_name,
    uses_shown,
    versions_of,
)
from pragola.web.evidence.queries.proofs import media_of, size_of
from pragola.web.evidence.renditions import WIDTHS, pages_of
from pragola.web.innovations.access import entries_readable, entry_to_change
from pragola.web.regions.access import standing_of
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.shared.parts import render_part
from pragola.web.shared.texts import typed
from pragola.wording import say


@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """A piece of evidence; posted, what is said about it is kept."""
    if request.method != "POST":
        return _page(request, evidence_to_read(request, evidence_id), None)
    found, standing = evidence_to_change(request, evidence_id)
    form = LetterForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    told = dict(form.cleaned_data)
    try:
        author = standing.author(Role.OPERATOR)
        describe_evidence(found, told, revision=told.pop("revision"), by=author, at=now())
    except PragolaError as error:
        form.add_error(None, say(error.faults[0], spoken()))
        return _page(request, found, form)
    messages.success(request, _("Data bukti sudah disimpan."))
    return redirect("evidence", evidence_id=evidence_id)


@require_safe
def evidence_view(request: HttpRequest, evidence_id: int) -> HttpResponse:
    """The evidence to be read, a page at a time; beside another page where a script asks."""
    found = evidence_to_read(request, evidence_id)
    pages = pages_of(found.file) if found.file else None
    number = min(max(whole(request.GET.get("hal")) or 1, 1), pages or 1)
    context: dict[str, object] = {
        "evidence": found,
        "media": media_of(found),
        "size": size_of(found, spoken()),
        "pages": pages,
        "number": number,
        "previous": number - 1 if number > 1 else None,
        "next": number + 1 if pages and number < pages else None,
        "middle": WIDTHS[1],
        "widest": WIDTHS[2],
    }
    return render_part(request, "evidence/view.html", "reading", context)


@require_safe
def evidence_library(request: HttpRequest, unit_id: int) -> HttpResponse:
    """The unit's evidence, and that of the units above it, to look for and to choose from."""
    unit, units = unit_library(request, unit_id)
    words, unused = typed(request.GET.get("cari", "")), "sisa" in request.GET
    entry_id, part = whole(request.GET.get("entri")), request.GET.get("bagian", "")
    chosen = entry_to_change(request, entry_id).entry if entry_id else None
    context = {
        "unit": unit,
        "lines": library_of(units, spoken(), words=words, unused=unused),
        "words": words,
        "unused": unused,
        "entry": chosen,
        "part": part,
        "part_name": part_name(chosen.assessment.edition, part) if chosen else "",
    }
    return render(request, "evidence/library.html", context)


@require_POST
def use_add(request: HttpRequest, entry_id: int, part: str) -> HttpResponse:
    """Evidence from the library for a part, with its pages; or other pages for one in use."""
    opened = entry_to_change(request, entry_id)
    found = evidence_to_read(request, whole(request.POST.get("evidence")) or 0)
    try:
        use_evidence(
            found,
            entry=opened.entry,
            part=part,
            pages=request.POST.get("pages", ""),
            by=opened.standing.author(Role.OPERATOR),
            at=now(),
        )
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    else:
        messages.success(
            request, _("%(name)s dipakai untuk %(part)s.") % {"name": found, "part": part}
        )
    return _back(entry_id, part)


@require_POST
def use_remove(request: HttpRequest, use_id: int) -> HttpResponse:
    """Evidence taken off a part; it stays in the library."""
    use, standing = use_to_change(request, use_id)
    try:
        remove_use(use, by=standing.author(Role.OPERATOR), at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    else:
        told = {"name": use.evidence, "part": use.part}
        messages.success(
            request,
            _("%(name)s dilepas dari %(part)s. Berkasnya tetap ada di pustaka bukti.") % told,
        )
    return _back(use.entry_id, use.part)


@require_POST
def link_add(request: HttpRequest, entry_id: int, part: str) -> HttpResponse:
    """A link as evidence."""
    opened = entry_to_change(request, entry_id)
    try:
        add_link(
            opened.entry,
            part=part,
            link=request.POST.get("link", ""),
            by=opened.standing.author(Role.OPERATOR),
            at=now(),
        )
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    else:
        messages.success(request, _("Tautan sudah disimpan."))
    return _back(entry_id, part)


def _back(entry_id: int, part: str) -> HttpResponse:
    return redirect(f"{reverse('claims', args=[entry_id])}#{part}")


def _page(request: HttpRequest, found: Evidence, form: LetterForm | None) -> HttpResponse:
    standing = standing_of(request)
    initial: dict[str, str | int | date | None] = {
        name: getattr(found, name) for name in (*DESCRIBED, "revision")
    }
    context = {
        "evidence": found,
        "media": media_of(found),
        "size": size_of(found, spoken()),
        "form": form or LetterForm(initial=initial),
        "changeable": standing.role_at(found.unit, Role.OPERATOR) is not None,
        "uses": uses_shown(found, entries_readable(standing)),
        "versions": versions_of(found),
        "open_use": open_use(found) if found.file else None,
        "narrow": WIDTHS[0],
    }
    status = 422 if form and form.errors else 200
    return render(request, "evidence/evidence.html", context, status=status)
