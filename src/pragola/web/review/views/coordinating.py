"""Pages about the bench: its settings, how well readings agree, what verdicts teach."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.rulebooks import load_edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.access import assessment_to_coordinate, readable_units
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Role
from pragola.web.review.access import bench_to_look_at, lessons_to_read
from pragola.web.review.actions.queue import deal_queue
from pragola.web.review.actions.settling import SettlingError, set_all_reasons, set_second_share
from pragola.web.review.models import Bench
from pragola.web.review.queries.agreement import agreements_of
from pragola.web.review.queries.lessons import lessons_of
from pragola.web.review.queries.reasons import reasons_of
from pragola.web.review.queries.verifiers import verifiers_of
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.shared.texts import typed, typed_line
from pragola.wording import say
from pragola.workbook.raw import shorten

_REASONS = "alasan."


@require_http_methods(["GET", "HEAD", "POST"])
def bench_settings(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """The share of second readings and the standard reasons; posted, they are kept."""
    assessment, standing = assessment_to_coordinate(request, assessment_id)
    if request.method != "POST":
        return _settings_page(request, assessment, {})
    told = request.POST.dict()
    author = standing.author(Role.COORDINATOR)
    try:
        set_second_share(assessment, _share(told.get("bagian", "")), by=author, at=now())
        set_all_reasons(assessment.region, _reasons_in(told), by=author, at=now())
    except PragolaError as error:
        said = [say(fault, spoken()) for fault in error.faults]
        return _settings_page(request, assessment, told, said=said)
    messages.success(request, _("Pengaturan meja verifikasi sudah disimpan."))
    return redirect("bench_settings", assessment_id=assessment_id)


@require_POST
def queue_deal(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Deal what waits among the verifiers."""
    assessment, standing = assessment_to_coordinate(request, assessment_id)
    verifiers = verifiers_of(assessment.region)
    author = standing.author(Role.COORDINATOR)
    dealt = deal_queue(assessment, verifiers, by=author, at=now())
    told = {"claims": dealt, "people": len(verifiers)}
    messages.success(
        request, _("%(claims)s klaim dibagi rata kepada %(people)s verifikator.") % told
    )
    return redirect("bench_settings", assessment_id=assessment_id)


@require_safe
def agreement(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """How well first and second readings agree."""
    assessment, _standing = bench_to_look_at(request, assessment_id)
    context = {"assessment": assessment, "page": agreements_of(assessment, spoken())}
    return render(request, "review/agreement.html", context)


@require_safe
def lessons(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """How often claims are accepted as claimed, by what they rest on."""
    assessment, standing = lessons_to_read(request, assessment_id)
    units = readable_units(standing, "claim__entry__innovation__unit__")
    context = {"assessment": assessment, "page": lessons_of(assessment, units, spoken())}
    return render(request, "review/lessons.html", context)


def _share(text: str) -> int:
    """The whole number that was written. Raises SettlingError with what stands there instead."""
    found = whole(text.strip())
    if found is None:
        raise SettlingError(Fault(code="share_not_of_hundred", found=shorten(typed_line(text))))
    return found


def _reasons_in(told: Mapping[str, str]) -> dict[str, list[str]]:
    """The reasons of each indicator that the form has, one a line."""
    return {
        name.removeprefix(_REASONS): [typed_line(line) for line in typed(text).splitlines()]
        for name, text in told.items()
        if name.startswith(_REASONS)
    }


def _settings_page(
    request: HttpRequest,
    assessment: Assessment,
    told: Mapping[str, str],
    *,
    said: list[str] | None = None,
) -> HttpResponse:
    kept = reasons_of(assessment.region)
    bench = Bench.objects.filter(assessment=assessment).first()
    codes = [("", _("Semua indikator"))]
    codes += [
        (e.code, f"{e.code} · {e.name}") for e in load_edition(assessment.edition).sid_indicators
    ]
    context = {
        "assessment": assessment,
        "share": told.get("bagian", bench.second_share if bench else 0),
        "reasons": [
            (code, name, told.get(f"{_REASONS}{code}", "\n".join(kept.get(code, ()))))
            for code, name in codes
        ],
        "verifiers": verifiers_of(assessment.region),
        "said": said or [],
    }
    return render(request, "review/settings.html", context, status=422 if said else 200)
