"""A clinic as its leaders describe it, whom it invites, what it works with."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from django import forms
from django.db.models import Q
from django.utils.timezone import make_naive, now
from django.utils.translation import gettext_lazy as _

from pragola.web.coaching.actions.clinics import ClinicPlan
from pragola.web.coaching.models import Clinic
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Region, Unit
from pragola.web.shared.fields import ManyRows, TypedField, in_zone, moment_field

_MOST_SEATS = 2000
_LONGEST_KEY = 40
_LONGEST_REASON = 500
_LONGEST = timedelta(days=7)
_TIMES = ("starts_at", "ends_at")
_PLAIN = ("title", "purpose", "place", "link", "agenda", "seats")

_BAD_LINK = _("Tulis alamat lengkap, misalnya https://contoh.go.id/rapat.")
_BAD_SEATS = _("Tulis bilangan bulat dari 1 sampai 2000.")


class ClinicForm(forms.Form):
    """Title, purpose, time in the region, place or link, agenda, seats."""

    title = TypedField(label=_("Judul"), max_length=200)
    purpose = TypedField(
        label=_("Tujuan"),
        help_text=_("Satu atau dua kalimat; ikut tertulis dalam undangan."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
        required=False,
    )
    starts_at = moment_field(str(_("Mulai")), required=True)
    ends_at = moment_field(str(_("Selesai")), required=True)
    place = TypedField(label=_("Tempat"), max_length=255, required=False)
    link = forms.URLField(
        label=_("Tautan daring"),
        help_text=_("Isi tempat, tautan, atau keduanya."),
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _BAD_LINK},
    )
    agenda = TypedField(
        label=_("Acara"),
        help_text=_("Satu baris satu acara, misalnya: 09.00 Membaca lembar diagnosis."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
        required=False,
    )
    seats = forms.IntegerField(
        label=_("Jumlah tempat"),
        min_value=1,
        max_value=_MOST_SEATS,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _BAD_SEATS),
    )

    def __init__(self, *given: Any, region: Region, clinic: Clinic | None, **named: Any) -> None:
        """The form of a government, with what is known of the clinic."""
        self.zone = ZoneInfo(region.time_zone)
        super().__init__(*given, **named)
        self.initial = self._known(clinic)

    def _known(self, clinic: Clinic | None) -> dict[str, Any]:
        if clinic is None:
            return {}
        told = {name: getattr(clinic, name) for name in _PLAIN}
        told["starts_at"] = make_naive(clinic.starts_at, self.zone)
        told["ends_at"] = make_naive(clinic.ends_at, self.zone)
        return told

    def clean(self) -> dict[str, Any]:
        """Its time can be, and it is somewhere."""
        told = super().clean() or {}
        _check_times(self, told, self.zone)
        if not told.get("place") and not told.get("link") and "link" not in self.errors:
            self.add_error("place", _("Tulis tempatnya, atau tautan bila daring."))
        return told

    @property
    def plan(self) -> ClinicPlan:
        """What was told."""
        told = self.cleaned_data
        return ClinicPlan(
            starts_at=self._there("starts_at"),
            ends_at=self._there("ends_at"),
            **{name: told[name] for name in _PLAIN},
        )

    def _there(self, name: str) -> datetime:
        there = in_zone(self.cleaned_data[name], self.zone)
        assert there is not None
        return there


class NewClinicForm(ClinicForm):
    """A new clinic, for one assessment of the government; `key` tells a form that is sent twice."""

    assessment = forms.ModelChoiceField(
        Assessment.objects.none(), label=_("Penilaian"), empty_label=None
    )
    key = forms.CharField(max_length=_LONGEST_KEY, required=False, widget=forms.HiddenInput)
    field_order = ("title", "assessment")

    def __init__(self, *given: Any, region: Region, **named: Any) -> None:
        """The newest assessment stands first."""
        super().__init__(*given, region=region, clinic=None, **named)
        self.initial = {"key": uuid4().hex}
        field = self.fields["assessment"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Assessment.objects.filter(region=region).select_related("region")


class CancelForm(forms.Form):
    """Why a clinic is cancelled."""

    reason = TypedField(
        label=_("Alasan"),
        help_text=_("Tertulis dalam surel kepada yang diundang."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=_LONGEST_REASON,
    )


class PostponeForm(CancelForm):
    """Another time for a clinic, and why."""

    starts_at = moment_field(str(_("Mulai")), required=True)
    ends_at = moment_field(str(_("Selesai")), required=True)
    field_order = ("starts_at", "ends_at", "reason")

    def __init__(self, *given: Any, clinic: Clinic, **named: Any) -> None:
        """With the time as it is now, in the region's zone."""
        self.zone = ZoneInfo(clinic.region.time_zone)
        super().__init__(*given, **named)
        self.initial = {name: make_naive(getattr(clinic, name), self.zone) for name in _TIMES}

    def clean(self) -> dict[str, Any]:
        """Its time can be."""
        told = super().clean() or {}
        _check_times(self, told, self.zone)
        return told

    @property
    def times(self) -> dict[str, datetime]:
        """When it starts and ends now."""
        told = {name: in_zone(self.cleaned_data[name], self.zone) for name in _TIMES}
        return {name: there for name, there in told.items() if there is not None}


class UnitsForm(forms.Form):
    """Units to be invited."""

    units = ManyRows(Unit.objects.none(), label=_("Unit"))

    def __init__(self, *given: Any, reach: Q, **named: Any) -> None:
        """Of the open units within reach."""
        super().__init__(*given, **named)
        field = self.fields["units"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Unit.objects.filter(reach, closed_on=None)


class MaterialForm(forms.Form):
    """A file, or a link with its title."""

    title = TypedField(label=_("Nama bahan"), max_length=255, required=False)
    link = forms.URLField(
        label=_("Tautan"),
        max_length=500,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _BAD_LINK},
    )
    file = forms.FileField(
        label=_("Berkas"), help_text=_("PDF, gambar, atau presentasi."), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Exactly one of the two, and a link has a name."""
        told = super().clean() or {}
        if bool(told.get("link")) == bool(told.get("file")) and not self.errors:
            self.add_error("link", _("Isi tautan atau pilih berkas, salah satu saja."))
        if told.get("link") and not told.get("title"):
            self.add_error("title", _("Beri nama, supaya orang tahu isinya."))
        return told


def _check_times(form: forms.Form, told: dict[str, Any], zone: ZoneInfo) -> None:
    """It ends after it starts, within days; where its day is set anew, that has not passed."""
    starts, ends = (in_zone(told.get(name), zone) for name in _TIMES)
    if starts is None or ends is None:
        return
    if ends <= starts:
        form.add_error("ends_at", _("Klinik selesai sesudah mulai: periksa jamnya."))
    elif ends - starts > _LONGEST:
        form.add_error("ends_at", _("Klinik paling lama tujuh hari: periksa tanggal selesainya."))
    known = form.initial.get("starts_at")
    is_set = known is None or known.date() != starts.date()
    if is_set and starts.date() < now().astimezone(zone).date():
        form.add_error("starts_at", _("Tanggal itu sudah lewat. Pilih hari ini atau sesudahnya."))
