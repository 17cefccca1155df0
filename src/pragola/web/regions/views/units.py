"""The coordinator's pages of the government's units."""

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import urlencode
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.regions.access import coordinated_region, coordinated_unit
from pragola.web.regions.actions.units import (
    add_unit,
    close_unit,
    import_units,
    move_unit,
    rename_unit,
    reopen_unit,
)
from pragola.web.regions.forms.units import (
    UnitCloseForm,
    UnitForm,
    UnitListForm,
    UnitMoveForm,
    UnitNameForm,
)
from pragola.web.regions.models import Region, Role, Unit, UnitKind
from pragola.web.regions.queries.units import unit_lines
from pragola.web.regions.unit_history import unit_history
from pragola.web.regions.unit_lists import CheckedList, check_list, list_of_units, opened_list
from pragola.web.shared.audit import Author
from pragola.web.shared.language import spoken
from pragola.web.shared.texts import typed
from pragola.wording import say
from pragola.wording.places import show_place

UNITS_A_PAGE = 30
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def units(request: HttpRequest, code: str) -> HttpResponse:
    """The tree of units, with a search."""
    coordinated_region(request, code)
    region = get_object_or_404(Region, code=code)
    words, kind, closed, number = (
        typed(request.GET.get(name, "")) for name in ("cari", "jenis", "tutup", "halaman")
    )
    kind = kind if kind in UnitKind else ""
    lines = unit_lines(region, words=words, kind=kind, closed=closed)
    context = {
        "region": region,
        "page": Paginator(lines, UNITS_A_PAGE).get_page(number),
        "asked": urlencode({"cari": words, "jenis": kind, "tutup": closed}),
        "kinds": UnitKind.choices,
        "words": words,
        "kind": kind,
        "closed": closed,
        "searched": bool(words or kind),
    }
    return render(request, "regions/units.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def unit_add(request: HttpRequest, code: str) -> HttpResponse:
    """A new unit."""
    author = coordinated_region(request, code).author(Role.COORDINATOR)
    region = get_object_or_404(Region, code=code)
    given = request.POST if request.method == "POST" else None
    form = UnitForm(given, region=region, initial={"parent": request.GET.get("induk")})
    if given is None or not form.is_valid():
        return _unit_form(request, region, form)
    try:
        unit = add_unit(region, **form.cleaned_data, by=author, at=now())
    except PragolaError as error:
        _tell(form, error, field="code")
        return _unit_form(request, region, form)
    messages.success(request, _("%(name)s sudah ditambahkan.") % {"name": unit.name})
    return redirect("units", code=region.code)


@require_safe
def unit_edit(request: HttpRequest, unit_id: int) -> HttpResponse:
    """A unit with what can be done with it, and its history."""
    unit, _standing = coordinated_unit(request, unit_id)
    return _unit_page(request, unit)


@require_POST
def unit_rename(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Another name or kind."""
    unit, author = _unit_and_author(request, unit_id)
    form = UnitNameForm(request.POST)
    if not form.is_valid():
        return _unit_page(request, unit, naming=form)
    rename_unit(unit, **form.cleaned_data, by=author, at=now())
    messages.success(request, _("Nama dan jenis sudah disimpan."))
    return redirect("unit_edit", unit_id=unit.pk)


@require_POST
def unit_move(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Another parent."""
    unit, author = _unit_and_author(request, unit_id)
    form = UnitMoveForm(request.POST, unit=unit)
    if form.is_valid():
        try:
            move_unit(unit, parent=form.cleaned_data["parent"], by=author, at=now())
        except PragolaError as error:
            _tell(form, error, field="parent")
    if not form.is_valid():
        return _unit_page(request, unit, moving=form)
    messages.success(request, _("Unit sudah dipindahkan, beserta semua unit di bawahnya."))
    return redirect("unit_edit", unit_id=unit.pk)


@require_POST
def unit_close(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Closed from a day on."""
    unit, author = _unit_and_author(request, unit_id)
    form = UnitCloseForm(request.POST)
    if form.is_valid():
        try:
            close_unit(unit, on=form.cleaned_data["on"], by=author, at=now())
        except PragolaError as error:
            _tell(form, error, field="on")
    if not form.is_valid():
        return _unit_page(request, unit, closing=form)
    messages.success(request, _("Unit sudah ditutup. Semua yang dimilikinya tetap ada."))
    return redirect("unit_edit", unit_id=unit.pk)


@require_POST
def unit_reopen(request: HttpRequest, unit_id: int) -> HttpResponse:
    """Open again."""
    unit, author = _unit_and_author(request, unit_id)
    try:
        reopen_unit(unit, by=author, at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("unit_edit", unit_id=unit.pk)


@require_safe
def unit_list(request: HttpRequest, code: str) -> HttpResponse:
    """The units as an Excel file."""
    coordinated_region(request, code)
    content = list_of_units(get_object_or_404(Region, code=code))
    headers = {"Content-Disposition": f'attachment; filename="unit-{code}.xlsx"'}
    return HttpResponse(content, content_type=_EXCEL, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
def unit_import(request: HttpRequest, code: str) -> HttpResponse:
    """A list is checked and what it would change is shown; nothing is changed yet."""
    coordinated_region(request, code)
    region = get_object_or_404(Region, code=code)
    if request.method != "POST":
        return _import_page(request, region, UnitListForm())
    form = UnitListForm(request.POST, request.FILES)
    if not form.is_valid():
        return _import_page(request, region, form)
    try:
        checked = check_list(region, form.cleaned_data["file"])
    except PragolaError as error:
        return _import_page(request, region, form, error=error)
    return _import_page(request, region, form, checked=checked)


@require_POST
def unit_import_accept(request: HttpRequest, code: str) -> HttpResponse:
    """What was shown is done, or all of it left."""
    author = coordinated_region(request, code).author(Role.COORDINATOR)
    region = get_object_or_404(Region, code=code)
    checked = opened_list(request.POST.get("daftar", ""))
    if checked is None:
        messages.error(request, _("Pemeriksaan daftar ini sudah lewat. Unggah sekali lagi."))
        return redirect("unit_import", code=code)
    try:
        import_units(region, checked.listed, expected=checked.changes, by=author, at=now())
    except PragolaError as error:
        return _import_page(request, region, UnitListForm(), error=error)
    number = len(checked.changes)
    messages.success(request, _("%(number)s perubahan sudah disimpan.") % {"number": number})
    return redirect("units", code=code)


def _unit_and_author(request: HttpRequest, unit_id: int) -> tuple[Unit, Author]:
    unit, standing = coordinated_unit(request, unit_id)
    return unit, standing.author(Role.COORDINATOR)


def _tell(form: forms.Form, error: PragolaError, *, field: str) -> None:
    for fault in error.faults:
        form.add_error(field, say(fault, spoken()))


def _unit_form(request: HttpRequest, region: Region, form: UnitForm) -> HttpResponse:
    context = {"region": region, "form": form}
    return render(request, "regions/unit_add.html", context, status=422 if form.errors else 200)


def _unit_page(
    request: HttpRequest,
    unit: Unit,
    *,
    naming: UnitNameForm | None = None,
    moving: UnitMoveForm | None = None,
    closing: UnitCloseForm | None = None,
) -> HttpResponse:
    faulty = [form for form in (naming, moving, closing) if form]
    context = {
        "unit": unit,
        "naming": naming or UnitNameForm(initial={"name": unit.name, "kind": unit.kind}),
        "moving": moving or UnitMoveForm(unit=unit, initial={"parent": unit.parent_id}),
        "closing": closing or UnitCloseForm(initial={"on": localdate()}),
        "faulty": faulty,
        "history": unit_history(unit, spoken()),
    }
    return render(request, "regions/unit_edit.html", context, status=422 if faulty else 200)


def _import_page(
    request: HttpRequest,
    region: Region,
    form: UnitListForm,
    *,
    checked: CheckedList | None = None,
    error: PragolaError | None = None,
) -> HttpResponse:
    language = spoken()
    faults = [
        (show_place(fault.place, language), say(fault, language))
        for fault in (error.faults if error else ())
    ]
    context = {"region": region, "form": form, "checked": checked, "faults": faults}
    status = 422 if faults or form.errors else 200
    return render(request, "regions/unit_import.html", context, status=status)
