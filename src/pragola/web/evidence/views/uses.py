"""Evidence put to use for a part of an entry, taken off it, and links as evidence."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pragola.scoring.faults import PragolaError
from pragola.web.evidence.access import evidence_to_read, use_to_change
from pragola.web.evidence.actions.describing import add_link
from pragola.web.evidence.actions.uses import remove_use, use_evidence
from pragola.web.evidence.renditions import pages_of
from pragola.web.innovations.access import entry_to_change
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.shared.texts import typed_line
from pragola.wording import say


@require_POST
def use_add(request: HttpRequest, entry_id: int, part: str) -> HttpResponse:
    """Evidence from the library for a part, with its pages; or other pages for one in use."""
    opened = entry_to_change(request, entry_id)
    found = evidence_to_read(request, whole(request.POST.get("evidence")) or 0)
    pages = typed_line(request.POST.get("pages", ""))
    if pages and found.file:
        pages_of(found.file)
    try:
        use_evidence(
            found,
            entry=opened.entry,
            part=part,
            pages=pages,
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
    link = request.POST.get("link", "")
    try:
        add_link(
            opened.entry, part=part, link=link, by=opened.standing.author(Role.OPERATOR), at=now()
        )
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
        return _back(entry_id, part)
    messages.success(request, _("Tautan sudah disimpan."))
    return _back(entry_id, part)


def _back(entry_id: int, part: str) -> HttpResponse:
    query = urlencode({"buka": part})
    return redirect(f"{reverse('claims', args=[entry_id])}?{query}#{part}")
