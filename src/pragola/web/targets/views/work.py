"""Efforts, hands and dates that plans are made with."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Role
from pragola.web.regions.standing import Standing
from pragola.web.shared.audit import Author
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.targets.access import coordinates, target_to_change, target_to_read
from pragola.web.targets.actions.asking import (
    forget_effort,
    forget_hands,
    save_effort,
    save_hands,
    set_aim,
)
from pragola.web.targets.actions.calculating import ask_for_plan
from pragola.web.targets.forms.asking import AimForm, EffortForm, HandsForm
from pragola.web.targets.models import Hands, OwnEffort
from pragola.web.targets.queries.last_day import last_day_of, last_day_told
from pragola.web.targets.queries.names import names_of
from pragola.web.targets.queries.question import aim_of, today_in
from pragola.web.targets.queries.work import work_page

type Deed = Callable[[HttpRequest, Assessment, Author], Form | None]


@require_http_methods(["GET", "HEAD", "POST"])
def target_work(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """The page; posted, `deed` says which of its forms was sent."""
    if request.method != "POST":
        assessment, standing = target_to_read(request, assessment_id)
        return _page(request, assessment, standing)
    assessment, standing = target_to_change(request, assessment_id)
    deed = _DEEDS.get(request.POST.get("deed", ""))
    author = standing.author(Role.COORDINATOR)
    wrong = deed(request, assessment, author) if deed else _aim_form(request, assessment)
    if wrong is not None:
        return _page(request, assessment, standing, wrong=wrong)
    ask_for_plan(assessment, by=author, clock=now)
    messages.success(request, _("Sudah disimpan; rencananya dihitung lagi."))
    return redirect("target_work", assessment_id=assessment_id)


def _aim(request: HttpRequest, assessment: Assessment, by: Author) -> Form | None:
    form = _aim_form(request, assessment)
    if not form.is_valid():
        return form
    set_aim(assessment, **form.cleaned_data, by=by, at=now())
    return None


def _aim_form(request: HttpRequest, assessment: Assessment) -> AimForm:
    return AimForm(request.POST, assessment=assessment, today=today_in(assessment, now()))


def _effort(request: HttpRequest, assessment: Assessment, by: Author) -> Form | None:
    names = names_of(assessment, spoken())
    form = EffortForm(request.POST, assessment=assessment, names=names)
    if not form.is_valid():
        return form
    told = form.cleaned_data
    effort = None if told["impossible"] else told["effort"]
    save_effort(assessment, form.subject, effort=effort, by=by, at=now())
    return None


def _hands(request: HttpRequest, assessment: Assessment, by: Author) -> Form | None:
    today = today_in(assessment, now())
    form = HandsForm(request.POST, assessment=assessment, today=today)
    if not form.is_valid():
        return form
    told = form.cleaned_data
    save_hands(assessment, told["unit"], days=told["days"], until=told["until"], by=by, at=now())
    return None


def _forget_effort(request: HttpRequest, assessment: Assessment, by: Author) -> Form | None:
    row = OwnEffort.objects.filter(assessment=assessment, pk=_named(request)).first()
    if row is not None:
        forget_effort(row, by=by, at=now())
    return None


def _forget_hands(request: HttpRequest, assessment: Assessment, by: Author) -> Form | None:
    row = Hands.objects.filter(assessment=assessment, pk=_named(request)).first()
    if row is not None:
        forget_hands(row, by=by, at=now())
    return None


def _named(request: HttpRequest) -> int:
    number = whole(request.POST.get("row"))
    if number is None:
        raise Http404
    return number


_DEEDS: dict[str, Deed] = {
    "aim": _aim,
    "effort": _effort,
    "hands": _hands,
    "forget-effort": _forget_effort,
    "forget-hands": _forget_hands,
}


def _page(
    request: HttpRequest, assessment: Assessment, standing: Standing, *, wrong: Form | None = None
) -> HttpResponse:
    names = names_of(assessment, spoken())
    aim, today = aim_of(assessment), today_in(assessment, now())
    dates = {name: getattr(aim, name) for name in ("confidence", "start", "end", "keep_all")}
    forms: dict[str, Form] = {
        "aim": AimForm(initial=dates, assessment=assessment, today=today),
        "effort": EffortForm(assessment=assessment, names=names),
        "hands": HandsForm(assessment=assessment, today=today),
    }
    by_class = {AimForm: "aim", EffortForm: "effort", HandsForm: "hands"}
    if wrong is not None:
        forms[by_class[type(wrong)]] = wrong
    context = {
        "assessment": assessment,
        "told": work_page(assessment, names, spoken()),
        "changes": coordinates(standing, assessment),
        "last_day": last_day_told(last_day_of(assessment, aim, at=now()), spoken()),
        "faulty": [] if wrong is None else [wrong],
        **{f"{name}_form": form for name, form in forms.items()},
    }
    status = 200 if wrong is None else 422
    return render(request, "targets/work.html", context, status=status)
