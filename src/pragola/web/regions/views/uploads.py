"""Handing in a workbook, and following its reading."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from pragola.demonstration import demonstrated_editions, demonstration
from pragola.rulebooks import edition_codes
from pragola.scoring.faults import PragolaError
from pragola.web.regions.access import upload_for, uploads_for, visitor_of
from pragola.web.regions.actions.uploads import receive_upload
from pragola.web.regions.forms.uploads import UploadForm
from pragola.web.regions.models import UploadState
from pragola.web.regions.queries.uploads import upload_page
from pragola.web.regions.workbooks import known_or_404, workbook
from pragola.web.shared.language import spoken
from pragola.web.shared.parts import asks_for_part, render_part
from pragola.wording import say


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The form; a good one is kept and its reading asked for."""
    if request.method != "POST":
        return _form(request, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, form, status=422)
    try:
        kept = receive_upload(
            form.cleaned_data["file"],
            visitor=visitor_of(request),
            target=form.aim,
            suffix=form.suffix,
            now=now(),
        )
    except PragolaError as error:
        form.add_error("file", say(error.faults[0], spoken()))
        return _form(request, form, status=503)
    return redirect("upload_reading", upload_id=kept.id)


@login_not_required
@require_safe
def upload_reading(request: HttpRequest, upload_id: str) -> HttpResponse:
    """How far the reading is; the faults when it ended with some, else on to the score."""
    found = upload_for(request, upload_id)
    if found.finished and asks_for_part(request):
        return HttpResponseClientRedirect(reverse("upload_reading", args=[found.id]))
    if found.state == UploadState.SCORED:
        return redirect("assessment", subject=found.id)
    context: dict[str, object] = {"page": upload_page(found, spoken())}
    if found.finished:
        return render(request, "regions/faults.html", context)
    return render_part(request, "regions/reading.html", "progress", context)


@login_not_required
@require_safe
def blank_workbook(_: HttpRequest, code: str) -> HttpResponse:
    """The empty workbook of an edition."""
    edition = known_or_404(code, edition_codes())
    return workbook(edition, None, name=f"pragola-{code}.xlsx")


@login_not_required
@require_safe
def demonstration_workbook(_: HttpRequest, code: str) -> HttpResponse:
    """The workbook with the demonstration's answers."""
    edition = known_or_404(code, demonstrated_editions())
    return workbook(edition, demonstration(code), name=f"pragola-contoh-{code}.xlsx")


def _form(request: HttpRequest, form: UploadForm, *, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "codes": edition_codes(),
        "filled_codes": demonstrated_editions(),
        "earlier": uploads_for(request),
    }
    return render(request, "regions/upload.html", context, status=status)
