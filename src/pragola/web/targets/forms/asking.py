"""What people ask of a plan: a target, choices, dates, own efforts, hands."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from pragola.planning.catalogue import load_catalogue
from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.regions.models import Unit
from pragola.web.targets.actions.asking import Subject
from pragola.web.targets.models import Wish
from pragola.web.targets.queries.names import Names

_NO_TARGET = _("Target harus angka dari 0 sampai 100, misalnya 65,01.")
_TOO_FINE = _("Target paling banyak dua angka di belakang koma, misalnya 65,01.")
_NO_DAYS = _("Tulis hari kerja sebagai angka dari 0 sampai 10.000, misalnya 1,5.")
_BAD_DAY = _("Pilih tanggal dari kalender.")
_PAST = _("Hari ini sudah lewat. Pilih hari mulai hari ini, atau kosongkan.")
_YEARS_BEFORE, _YEARS_AFTER = 1, 3
_NO_LEVEL = _("Level ini tidak ada pada indikatornya. Pilih level dari daftar.")
_NOT_THERE = _("Pilihan ini tidak ada (lagi). Muat ulang halamannya, lalu pilih dari daftar.")
_DECIMAL = {"inputmode": "decimal", "autocomplete": "off"}


class TargetForm(forms.Form):
    """The index to be reached."""

    target = forms.DecimalField(
        label=_("Target indeks"),
        localize=True,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        error_messages={
            "required": _NO_TARGET,
            "invalid": _NO_TARGET,
            "min_value": _NO_TARGET,
            "max_value": _NO_TARGET,
            "max_whole_digits": _NO_TARGET,
            "max_digits": _TOO_FINE,
            "max_decimal_places": _TOO_FINE,
        },
        widget=forms.TextInput(attrs=_DECIMAL),
    )


def _days_field(*, required: bool) -> forms.DecimalField:
    wrong = ("invalid", "min_value", "max_value", "max_whole_digits", "max_digits", "required")
    return forms.DecimalField(
        label=_("Hari kerja"),
        required=required,
        localize=True,
        min_value=0,
        max_value=10_000,
        max_digits=7,
        decimal_places=2,
        error_messages={
            **dict.fromkeys(wrong, _NO_DAYS),
            "max_decimal_places": _("Paling banyak dua angka di belakang koma."),
        },
        widget=forms.TextInput(attrs=_DECIMAL),
    )


def _day_field(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _BAD_DAY},
    )


def _bound(field: forms.Field, assessment: Assessment, today: date, *, past: bool) -> None:
    """Only days of the years around the assessment, in the `past` too or from today on."""
    years = {int(assessment.edition), today.year}
    first = date(min(years) - _YEARS_BEFORE, 1, 1)
    last = date(max(years) + _YEARS_AFTER, 12, 31)
    told = _("Pilih hari dari tahun %(first)s sampai %(last)s.") % {
        "first": first.year,
        "last": last.year,
    }
    from_day = MinValueValidator(first, told) if past else MinValueValidator(today, _PAST)
    field.validators = [*field.validators, from_day, MaxValueValidator(last, told)]
    offered = {"min": (first if past else today).isoformat(), "max": last.isoformat()}
    field.widget.attrs.update(offered)


class AimForm(forms.Form):
    """How sure, from when to when, and whether all that is reported stays reported."""

    confidence = forms.IntegerField(
        label=_("Peluang yang diinginkan (persen)"),
        help_text=_("Rencana cadangan dicari sampai target tercapai dengan peluang ini."),
        min_value=50,
        max_value=99,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Peluang harus angka bulat dari 50 sampai 99."),
        ),
    )
    start = _day_field(_("Mulai bekerja"), _("Kosong: hari ini."))
    end = _day_field(
        _("Hari terakhir"),
        _("Yang tidak selesai sampai hari itu tidak diusulkan. Kosong: menurut kalender."),
    )
    keep_all = forms.BooleanField(
        label=_("Semua yang sudah dilaporkan tetap dilaporkan"), required=False
    )

    def __init__(self, *given: Any, assessment: Assessment, today: date, **named: Any) -> None:
        """Work may have begun already; it ends today or later."""
        super().__init__(*given, **named)
        _bound(self.fields["start"], assessment, today, past=True)
        _bound(self.fields["end"], assessment, today, past=False)

    def clean(self) -> dict[str, Any]:
        """The last day lies after the first."""
        given = super().clean() or {}
        start, end = given.get("start"), given.get("end")
        if start and end and end < start:
            self.add_error("end", _("Hari terakhir harus sesudah hari mulai bekerja."))
        return given


class _OfAssessment(forms.Form):
    """Knows the units and entries of an assessment."""

    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label=_("Unit"),
        required=False,
        error_messages={"invalid_choice": _NOT_THERE},
    )
    entry = forms.ModelChoiceField(
        Entry.objects.none(),
        label=_("Inovasi"),
        required=False,
        error_messages={"invalid_choice": _NOT_THERE},
    )

    def __init__(self, *given: Any, assessment: Assessment, **named: Any) -> None:
        """The form of an assessment."""
        super().__init__(*given, **named)
        self.assessment = assessment
        unit, entry = self.fields["unit"], self.fields["entry"]
        assert isinstance(unit, forms.ModelChoiceField)
        assert isinstance(entry, forms.ModelChoiceField)
        unit.queryset = Unit.objects.filter(region=assessment.region_id)
        entry.queryset = Entry.objects.filter(assessment=assessment).select_related(
            "innovation", "assessment"
        )


class ChoiceForm(_OfAssessment):
    """A choice about one thing: a claim, an entry, a collective action or a unit."""

    wish = forms.ChoiceField(choices=Wish.choices, error_messages={"invalid_choice": _NOT_THERE})
    indicator = forms.CharField(required=False, max_length=20)
    level = forms.IntegerField(required=False, min_value=1, max_value=9)
    collective = forms.CharField(required=False, max_length=60)
    report = forms.ChoiceField(choices=[("1", "1"), ("0", "0")], required=False)

    def clean(self) -> dict[str, Any]:
        """What it is about has to be there, and one thing."""
        given = super().clean() or {}
        code, name = given.get("indicator"), given.get("collective")
        edition = load_edition(self.assessment.edition)
        rows = edition.sid_indicators if given.get("entry") else edition.spd_indicators
        highest = {each.code: each.highest_level for each in rows}
        if code and code not in highest:
            raise ValidationError(_NOT_THERE)
        if (given.get("level") or 0) > highest.get(code or "", 0):
            raise ValidationError(_NO_LEVEL)
        if name and name not in {each.id for each in load_catalogue(edition).templates}:
            raise ValidationError(_NOT_THERE)
        about = (given.get("unit"), given.get("entry") or code, name)
        hands = given.get("wish") == Wish.NO_HANDS
        if sum(1 for each in about if each) != 1 or hands != bool(given.get("unit")):
            raise ValidationError(_("Pilih satu hal: satu klaim, inovasi, kegiatan, atau unit."))
        return given

    @property
    def subject(self) -> Subject:
        """What it is about."""
        given = self.cleaned_data
        return Subject(
            entry=given["entry"],
            indicator=given["indicator"],
            level=given["level"],
            collective=given["collective"],
            unit=given["unit"],
        )

    @property
    def reports(self) -> bool:
        """Whether an entry that is surely dealt with is reported."""
        return bool(self.cleaned_data["report"] != "0")


class EffortForm(_OfAssessment):
    """Person-days for one step, or for one collective action."""

    what = forms.ChoiceField(
        label=_("Untuk"),
        error_messages={"required": _NOT_THERE, "invalid_choice": _NOT_THERE},
    )
    effort = _days_field(required=False)
    impossible = forms.BooleanField(label=_("Tidak mungkin dikerjakan"), required=False)
    field_order = ("what", "unit", "entry", "effort", "impossible")

    def __init__(self, *given: Any, assessment: Assessment, names: Names, **named: Any) -> None:
        """Every step of the edition and every collective action."""
        super().__init__(*given, assessment=assessment, **named)
        what, unit, entry = (self.fields[name] for name in ("what", "unit", "entry"))
        assert isinstance(what, forms.ChoiceField)
        assert isinstance(unit, forms.ModelChoiceField)
        assert isinstance(entry, forms.ModelChoiceField)
        what.choices = [("", str(_("Pilih …"))), *_steps(assessment, names)]
        unit.empty_label, entry.empty_label = str(_("Semua unit")), str(_("Semua inovasi"))

    def clean(self) -> dict[str, Any]:
        """A figure, or that it is impossible; a collective action is nobody's own."""
        given = super().clean() or {}
        if given.get("effort") is None and not given.get("impossible") and not self.errors:
            self.add_error("effort", _NO_DAYS)
        if given.get("unit") and given.get("entry"):
            self.add_error("entry", _("Pilih unit atau inovasi, tidak keduanya."))
        alone = "=" not in (given.get("what") or "=")
        if alone and (given.get("unit") or given.get("entry")):
            self.add_error("what", _("Kegiatan bersama tidak milik satu unit atau inovasi."))
        return given

    @property
    def subject(self) -> Subject:
        """Of which step or action."""
        given = self.cleaned_data
        code, _sign, level = given["what"].partition("=")
        if not level:
            return Subject(collective=code)
        return Subject(indicator=code, level=int(level), unit=given["unit"], entry=given["entry"])


class HandsForm(_OfAssessment):
    """Person-days that a unit has until a day."""

    days = _days_field(required=True)
    until = _day_field(_("Sampai tanggal"), _("Kosong: sampai akhir pekerjaan."))
    field_order = ("unit", "days", "until")

    def __init__(self, *given: Any, assessment: Assessment, today: date, **named: Any) -> None:
        """Without a unit it is the region's own."""
        super().__init__(*given, assessment=assessment, **named)
        _bound(self.fields["until"], assessment, today, past=False)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ModelChoiceField)
        unit.empty_label = assessment.region.name
        del self.fields["entry"]


def _steps(assessment: Assessment, names: Names) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    catalogue = load_catalogue(load_edition(assessment.edition))
    together = [(each.id, names.waited_for(each.id)) for each in catalogue.templates]
    yield str(_("Kegiatan bersama")), together
    codes: dict[str, list[tuple[str, str]]] = {}
    for code, level in catalogue.steps:
        told = _("%(code)s ke level %(level)s") % {"code": code, "level": level}
        codes.setdefault(code, []).append((f"{code}={level}", str(told)))
    for code, steps in codes.items():
        yield names.indicator(code), steps
