"""Mails that did not leave."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pragola.web.regions.access import coordinated_mail
from pragola.web.regions.models import Role
from pragola.web.shared.mails import send_again


@require_POST
def mail_again(request: HttpRequest, mail_id: int) -> HttpResponse:
    """Try a mail anew that was given up."""
    found, standing = coordinated_mail(request, mail_id)
    send_again(found, by=standing.author(Role.COORDINATOR), at=now())
    told = {"address": found.address}
    messages.success(request, _("Surel ke %(address)s sedang dikirim lagi.") % told)
    return redirect("people", code=found.region)
