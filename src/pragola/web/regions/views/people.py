"""The coordinator's pages of people and invitations."""

from collections.abc import Sequence
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.regions.access import (
    coordinated_invitation,
    coordinated_person,
    coordinated_post,
    coordinated_region,
)
from pragola.web.regions.actions.people import (
    Invited,
    Wanted,
    activate,
    appoint,
    deactivate,
    end_appointment,
    invite_again,
    invite_all,
    revoke_invitation,
)
from pragola.web.regions.forms.people import (
    InviteForm,
    InviteManyForm,
    PostForm,
    lines_for,
)
from pragola.web.regions.models import Region, Role
from pragola.web.regions.person_history import history_in
from pragola.web.regions.queries.people import (
    INVITED_HERE,
    open_invitations,
    people_of,
    works_elsewhere,
)
from pragola.web.shared.audit import Author
from pragola.web.shared.language import spoken
from pragola.web.shared.mails import dropped_mails
from pragola.web.shared.texts import typed
from pragola.wording import say


@require_safe
def people(request: HttpRequest, code: str) -> HttpResponse:
    """Everyone by their posts, and invitations that wait."""
    coordinated_region(request, code)
    region = get_object_or_404(Region, code=code)
    words, role = typed(request.GET.get("cari", "")), request.GET.get("peran", "")
    context = {
        "region": region,
        "lines": people_of(region, words=words, role=role if role in INVITED_HERE else ""),
        "invitations": tuple(open_invitations(region, now())),
        "dropped": dropped_mails(code),
        "words": words,
        "role": role,
        "roles": [(each, Role(each).label) for each in INVITED_HERE],
    }
    return render(request, "regions/people.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, code: str) -> HttpResponse:
    """Invite one person, or many by lines; the links are shown this once."""
    author = coordinated_region(request, code).author(Role.COORDINATOR)
    region = get_object_or_404(Region, code=code)
    many = "lines" in request.POST
    posted = request.method == "POST"
    one = {"unit": request.GET.get("unit"), "role": Role.OPERATOR}
    one_form = InviteForm(request.POST if posted and not many else None, region=region, initial=one)
    begun = {"lines": lines_for(region, request.GET.getlist("unit"))}
    many_form = InviteManyForm(request.POST if many else None, region=region, initial=begun)
    form = many_form if many else one_form
    if not posted or not form.is_valid():
        context = {"region": region, "one": one_form, "many": many_form, "form": form}
        status = 422 if posted else 200
        return render(request, "regions/invite.html", context, status=status)
    wanted = many_form.everybody if many else [one_form.wanted()]
    return _send(request, region, wanted, author)


def _send(
    request: HttpRequest, region: Region, wanted: Sequence[Wanted], author: Author
) -> HttpResponse:
    return _sent(request, region, invite_all(wanted, address=settings.ADDRESS, by=author, at=now()))


def _sent(request: HttpRequest, region: Region, invited: Sequence[Invited]) -> HttpResponse:
    sent = [
        (each.invitation, each.link, f"https://wa.me/?text={quote(each.text)}") for each in invited
    ]
    return render(request, "regions/invited.html", {"region": region, "sent": sent})


@never_cache
@require_POST
def invitation_again(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """The same invitation with a new link, shown this once, and a new mail."""
    found, standing = coordinated_invitation(request, invitation_id)
    author = standing.author(Role.COORDINATOR)
    try:
        invited = invite_again(found, address=settings.ADDRESS, by=author, at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
        return redirect("people", code=found.region_id)
    return _sent(request, get_object_or_404(Region, code=found.region_id), [invited])


@require_POST
def invitation_revoke(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Let an invitation lead nowhere."""
    found, standing = coordinated_invitation(request, invitation_id)
    revoke_invitation(found, by=standing.author(Role.COORDINATOR), at=now())
    messages.success(request, _("Undangan sudah dicabut."))
    return redirect("people", code=found.region_id)


@require_http_methods(["GET", "HEAD", "POST"])
def post_end(request: HttpRequest, post_id: int) -> HttpResponse:
    """End a post, once it has been confirmed."""
    post, standing = coordinated_post(request, post_id)
    if post.person == request.user:
        messages.error(request, _("Peran Anda sendiri hanya dapat diakhiri koordinator lain."))
        return redirect("people", code=post.region_id)
    if request.method != "POST":
        return render(request, "regions/post_end.html", {"post": post})
    end_appointment(post, by=standing.author(Role.COORDINATOR), at=now())
    messages.success(request, _("Peran sudah diakhiri; aksesnya berhenti saat ini juga."))
    return redirect("people", code=post.region_id)


@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, code: str, person_id: int) -> HttpResponse:
    """A person of the government: another post, or their account closed and opened."""
    found, standing = coordinated_person(request, code, person_id)
    region = get_object_or_404(Region, code=code)
    author = standing.author(Role.COORDINATOR)
    deed = request.POST.get("deed", "")
    form = PostForm(request.POST if deed == "appoint" else None, region=region)
    own = found == request.user or works_elsewhere(found, region)
    if deed == "deactivate" and not own:
        deactivate(found, by=author, at=now())
    elif deed == "activate" and not own:
        activate(found, by=author, at=now())
    elif deed == "appoint" and form.is_valid():
        told = form.cleaned_data
        role = Role(told["role"])
        appoint(found, role=role, region=region, unit=told["unit"], by=author, at=now())
    else:
        context = {"person": found, "region": region, "form": form, "own": own}
        return render(request, "regions/person.html", context, status=422 if deed else 200)
    messages.success(request, _("Sudah disimpan."))
    return redirect("people", code=code)


@require_safe
def person_history(request: HttpRequest, code: str, person_id: int) -> HttpResponse:
    """What happened to somebody's account and posts in this government, the latest first."""
    found, _standing = coordinated_person(request, code, person_id)
    region = get_object_or_404(Region, code=code)
    number = typed(request.GET.get("halaman", ""))
    history = history_in(region, found, spoken(), number=number)
    context = {"person": found, "region": region, "history": history}
    return render(request, "regions/person_history.html", context)
