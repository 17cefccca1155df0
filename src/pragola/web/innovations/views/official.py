"""What the ministry found: recorded entry by entry, or from a table that is shown first."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from pragola.web.innovations.access import assessment_to_coordinate, entry_to_coordinate
from pragola.web.innovations.actions.official import import_official, record_official
from pragola.web.innovations.forms.official import OfficialListForm, chosen_in, official_in
from pragola.web.innovations.forms.official_index import OfficialIndexForm
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.innovations.official_index import official_index_of
from pragola.web.innovations.official_lists import (
    CheckedOfficial,
    OfficialChange,
    check_official,
    official_table,
    opened_official,
)
from pragola.web.innovations.official_values import (
    official_as_json,
    official_of,
    official_words,
)
from pragola.web.innovations.queries.official import (
    level_fields,
    region_index_of,
    three_points_of,
)
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import figure
from pragola.web.shared.texts import typed_line
from pragola.wording import say
from pragola.wording.places import show_place

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
def official_results(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """All entries on three sides; a table is checked and shown, nothing is changed yet."""
    assessment, _standing = assessment_to_coordinate(request, assessment_id)
    if request.method != "POST":
        return official_page(request, assessment, OfficialListForm())
    form = OfficialListForm(request.POST, request.FILES)
    if not form.is_valid():
        return official_page(request, assessment, form)
    file = form.cleaned_data["file"]
    try:
        checked = check_official(assessment, file, str(file.name))
    except PragolaError as error:
        return official_page(request, assessment, form, error=error)
    return official_page(request, assessment, form, checked=checked)


@require_safe
def official_list(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """The entries as an Excel file, to be filled."""
    assessment, _standing = assessment_to_coordinate(request, assessment_id)
    name = f"hasil-resmi-{assessment.region_id}-{assessment.edition}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(official_table(assessment), content_type=_EXCEL, headers=headers)


@require_POST
def official_accept(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """What was shown is recorded; what would be replaced only where it was ticked."""
    assessment, standing = assessment_to_coordinate(request, assessment_id)
    checked = opened_official(request.POST.get("daftar", ""))
    if checked is None:
        messages.error(request, _("Pemeriksaan daftar ini sudah lewat. Unggah sekali lagi."))
        return redirect("official_results", assessment_id=assessment_id)
    try:
        number = import_official(
            assessment,
            checked,
            replacing=chosen_in(request.POST.getlist("ganti")),
            source=typed_line(request.POST.get("source", "")),
            by=standing.author(Role.COORDINATOR),
            at=now(),
        )
    except PragolaError as error:
        return official_page(request, assessment, OfficialListForm(), error=error)
    messages.success(request, _("Hasil resmi %(number)s entri sudah dicatat.") % {"number": number})
    return redirect("official_results", assessment_id=assessment_id)


@require_http_methods(["GET", "HEAD", "POST"])
def entry_official(request: HttpRequest, entry_id: int) -> HttpResponse:
    """What the ministry found of one entry; posted, it is recorded."""
    opened = entry_to_coordinate(request, entry_id)
    entry = opened.entry
    if request.method != "POST":
        return _entry_page(request, entry)
    author = opened.standing.author(Role.COORDINATOR)
    try:
        told = official_in(request.POST.dict(), load_edition(entry.assessment.edition))
        record_official(entry.pk, told, by=author, at=now())
    except PragolaError as error:
        return _entry_page(request, entry, error=error)
    messages.success(request, _("Hasil resmi sudah dicatat."))
    return redirect("official_results", assessment_id=entry.assessment_id)


def official_page(
    request: HttpRequest,
    assessment: Assessment,
    form: OfficialListForm,
    *,
    checked: CheckedOfficial | None = None,
    error: PragolaError | None = None,
    index_form: OfficialIndexForm | None = None,
    question: str = "",
) -> HttpResponse:
    """The page; `question` is the index that would take the place of the recorded one."""
    faults = error.faults if error else ()
    context = {
        "assessment": assessment,
        "form": form,
        "checked": checked,
        "changes": _in_words(checked) if checked else (),
        "unknown": [(show_place(place, spoken()), title) for place, title in checked.unknown]
        if checked
        else (),
        "source": typed_line(request.POST.get("source", "")),
        "faults": [(show_place(f.place, spoken()), say(f, spoken())) for f in faults],
        "entries": three_points_of(assessment, spoken()),
        "index": region_index_of(assessment, spoken()),
        "index_form": index_form or _index_form(assessment),
        "question": question,
    }
    failed = bool(faults) or bool(form.errors) or bool(index_form and index_form.errors)
    return render(
        request, "innovations/official_results.html", context, status=422 if failed else 200
    )


def _index_form(assessment: Assessment) -> OfficialIndexForm:
    recorded = official_index_of(assessment)
    written = "" if recorded.index is None else figure(recorded.index, spoken())
    return OfficialIndexForm(
        initial={
            "index": written,
            "band": recorded.band,
            "source": recorded.source,
            "day": recorded.day,
        },
        edition=load_edition(assessment.edition),
    )


def _in_words(checked: CheckedOfficial) -> list[tuple[OfficialChange, str, str]]:
    return [
        (
            change,
            official_words(official_as_json(change.old), spoken()),
            official_words(official_as_json(change.new), spoken()),
        )
        for change in checked.changes
    ]


def _entry_page(
    request: HttpRequest, entry: Entry, *, error: PragolaError | None = None
) -> HttpResponse:
    official = official_of(entry)
    told = request.POST
    written = figure(official.points, spoken()) if official.points is not None else ""
    context = {
        "entry": entry,
        "points": told.get("points", written),
        "source": told.get("source", official.source),
        "levels": [
            (
                field,
                told.get(
                    f"level.{field.code}", "" if field.official is None else str(field.official)
                ),
            )
            for field in level_fields(entry, official)
        ],
        "said": [say(fault, spoken()) for fault in error.faults] if error else [],
    }
    return render(request, "innovations/entry_official.html", context, status=422 if error else 200)
