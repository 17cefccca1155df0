"""Taking an invitation up, and one's own account."""

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.i18n import set_language

from pragola.scoring.faults import PragolaError
from pragola.web.regions.access import standing_of
from pragola.web.regions.actions.people import (
    accept_as_known,
    accept_as_new,
    describe_person,
    digest_of,
    end_session,
)
from pragola.web.regions.forms.people import AcceptForm, OwnForm
from pragola.web.regions.models import Invitation, Person
from pragola.web.regions.person_history import own_history
from pragola.web.regions.queries.sessions import sessions_of
from pragola.web.shared.language import spoken
from pragola.web.shared.texts import typed
from pragola.wording import say


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Take an invitation up: with a new password, or with the account one has."""
    found = Invitation.objects.filter(digest=digest_of(token)).select_related("unit", "region")
    invited = found.first()
    if invited is None:
        raise Http404
    if isinstance(request.user, Person):
        return _join(request, invited, request.user)
    known = Person.objects.filter(email=invited.email).exists()
    given = request.POST if request.method == "POST" else None
    form = AcceptForm(given, email=invited.email, initial={"name": invited.name})
    if given is not None and not known and form.is_valid():
        try:
            new = accept_as_new(invited, **form.cleaned_data, at=now())
        except PragolaError as error:
            form.add_error(None, say(error.faults[0], spoken()))
        else:
            login(request, new)
            # Allauth lists only the sessions that its own pages began.
            UserSession.objects.create_from_request(request)
            messages.success(request, _("Selamat datang di Pragola."))
            return redirect("workspace")
    context = {"invited": invited, "form": form, "known": known, "over": _over(invited)}
    status = 422 if given is not None else 200
    return render(request, "regions/invitation.html", context, status=status)


def _join(request: HttpRequest, invited: Invitation, user: Person) -> HttpResponse:
    said = ""
    if request.method == "POST":
        try:
            accept_as_known(invited, user, at=now())
        except PragolaError as error:
            said = say(error.faults[0], spoken())
        else:
            messages.success(request, _("Peran baru Anda sudah aktif."))
            return redirect("workspace")
    context = {"invited": invited, "joining": True, "said": said, "over": _over(invited)}
    return render(request, "regions/invitation.html", context, status=422 if said else 200)


def _over(invited: Invitation) -> bool:
    over = invited.accepted_at or invited.revoked_at or invited.expires_at <= now()
    return bool(over)


@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """One's own account: name, posts, ways of signing in, sessions."""
    standing = standing_of(request)
    own = standing.person
    given = request.POST if request.method == "POST" else None
    form = OwnForm(given, initial=_said_of(own))
    if given is not None and form.is_valid():
        describe_person(own, **form.cleaned_data, by=standing.author(), at=now())
        with override(own.language):
            messages.success(request, _("Sudah disimpan."))
        answer = redirect("account")
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, own.language, samesite="Lax")
        return answer
    context = {
        "form": form,
        "posts": own.appointments.filter(ended_at=None).select_related("unit", "region"),
        "sessions": sessions_of(own, request.session.session_key),
    }
    return render(request, "regions/account.html", context, status=422 if form.errors else 200)


def _said_of(own: Person) -> dict[str, str]:
    return {"name": own.name, "phone": own.phone, "language": own.language}


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Another language for this browser, kept with the account of who has signed in."""
    chosen = request.POST.get("language", "")
    if isinstance(request.user, Person) and chosen in dict(settings.LANGUAGES):
        own = standing_of(request)
        told = _said_of(own.person) | {"language": chosen}
        describe_person(own.person, **told, by=own.author(), at=now())
    return set_language(request)


@require_safe
def account_history(request: HttpRequest) -> HttpResponse:
    """What happened to one's own account, the latest first."""
    own = standing_of(request).person
    number = typed(request.GET.get("halaman", ""))
    context = {"person": own, "history": own_history(own, spoken(), number=number)}
    return render(request, "regions/person_history.html", context)


@require_POST
def session_end(request: HttpRequest, session_id: int) -> HttpResponse:
    """Sign out from one of one's own sessions."""
    standing = standing_of(request)
    session = UserSession.objects.filter(user=standing.person, pk=session_id).first()
    if session is None:
        raise Http404
    end_session(session, by=standing.author(), at=now())
    messages.success(request, _("Sesi itu sudah diakhiri."))
    return redirect("account")
