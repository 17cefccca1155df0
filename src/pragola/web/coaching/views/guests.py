"""What the invited answer, and what a clinic works with."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.coaching.access import clinic_to_lead, material_to_read, own_invitation
from pragola.web.coaching.actions.guests import answer_invitation
from pragola.web.coaching.actions.material import add_file, add_link, remove_material
from pragola.web.coaching.forms.clinics import MaterialForm
from pragola.web.coaching.models import Answer
from pragola.web.coaching.views.clinics import clinic_answer
from pragola.web.evidence.store import evidence_store, place_of
from pragola.web.evidence.views.files import guarded
from pragola.web.shared.language import spoken
from pragola.wording import say

_ANSWERS = (Answer.COMES, Answer.STAYS_AWAY)


@require_POST
def invitation_answer(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """Comes or does not."""
    guest, standing = own_invitation(request, clinic_id)
    said = request.POST.get("answer")
    answer = next((each for each in _ANSWERS if each == said), None)
    if answer is None:
        messages.error(request, _("Pilih hadir atau tidak hadir."))
        return redirect("clinic", clinic_id=clinic_id)
    try:
        answer_invitation(guest, answer, by=standing.author(), at=now())
        messages.success(request, _("Jawaban Anda sudah disimpan."))
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("clinic", clinic_id=clinic_id)


@require_POST
def material_add(request: HttpRequest, clinic_id: int) -> HttpResponse:
    """A link or a file."""
    opened, role = clinic_to_lead(request, clinic_id)
    form = MaterialForm(request.POST, request.FILES)
    if form.is_valid():
        told, author = form.cleaned_data, opened.standing.author(role)
        try:
            if told["file"]:
                add_file(clinic_id, told["file"], title=told["title"], by=author, at=now())
            else:
                add_link(clinic_id, title=told["title"], link=told["link"], by=author, at=now())
        except PragolaError as error:
            field = "file" if told["file"] else "link"
            form.add_error(field, say(error.faults[0], spoken()))
    if form.errors:
        return clinic_answer(request, opened, faulty=form)
    return redirect("clinic", clinic_id=clinic_id)


@require_POST
def material_remove(request: HttpRequest, clinic_id: int, material_id: int) -> HttpResponse:
    """Not shown any more."""
    opened, role = clinic_to_lead(request, clinic_id)
    material = opened.clinic.material.filter(pk=material_id, removed_at=None).first()
    if material is None:
        raise Http404
    try:
        remove_material(material, by=opened.standing.author(role), at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("clinic", clinic_id=clinic_id)


@require_safe
def material_file(request: HttpRequest, material_id: int) -> HttpResponseBase:
    """A stored file, to be saved, only by those who may see the clinic."""
    material = material_to_read(request, material_id)
    if material.file is None:
        raise PermissionDenied
    stored = evidence_store().open(place_of(material.file.sha256))
    answer = FileResponse(stored, content_type=material.file.media_type)
    name = content_disposition_header(as_attachment=True, filename=material.file_name)
    answer["Content-Disposition"] = name or "attachment"
    return guarded(answer)
