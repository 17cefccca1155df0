"""What a coordinator says about a unit, and the list of units as a file."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from pragola.web.regions.models import Region, Unit, UnitKind
from pragola.web.regions.queries.units import possible_parents
from pragola.web.shared.fields import TypedField
from pragola.workbook.unit_list import LONGEST_CODE, LONGEST_NAME

_NONE = _("Tidak di bawah unit lain")
_LARGEST_LIST = 2 * 1024 * 1024
"""A list of as many units as are read has about a tenth of it."""


class ParentForm(forms.Form):
    """Under which unit one stands: an open unit of the government, or none."""

    parent = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Unit induk"), required=False, empty_label=_NONE
    )

    def offer(self, units: list[Unit]) -> None:
        """Offer these units, read once."""
        field = self.fields["parent"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Unit.objects.filter(pk__in=[unit.pk for unit in units])
        field.choices = [("", _NONE), *((unit.pk, unit.name) for unit in units)]


class UnitNameForm(forms.Form):
    """How a unit is called and what it is."""

    name = TypedField(label=_("Nama unit"), max_length=LONGEST_NAME)
    kind = forms.ChoiceField(label=_("Jenis unit"), choices=UnitKind.choices)


class UnitForm(UnitNameForm, ParentForm):
    """A new unit."""

    code = TypedField(
        label=_("Kode unit"),
        help_text=_("Singkat dan tetap, misalnya pkm-kayen. Kode tidak dapat diubah lagi."),
        max_length=LONGEST_CODE,
    )
    field_order = ("name", "kind", "code", "parent")

    def __init__(self, *given: Any, region: Region, **named: Any) -> None:
        """The form of a government."""
        super().__init__(*given, **named)
        self.offer(possible_parents(region))


class UnitMoveForm(ParentForm):
    """Where a unit stands."""

    def __init__(self, *given: Any, unit: Unit, **named: Any) -> None:
        """The form of a unit, which cannot stand under itself."""
        super().__init__(*given, **named)
        self.offer(possible_parents(unit.region, unit))


class UnitCloseForm(forms.Form):
    """From which day a unit is closed."""

    on = forms.DateField(
        label=_("Ditutup sejak"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Tulis tanggal, misalnya 2026-12-31.")},
    )


class UnitListForm(forms.Form):
    """A list of units as an Excel file."""

    file = forms.FileField(
        label=_("Berkas Excel"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": _("Belum ada berkas. Pilih daftar unit (.xlsx), lalu periksa."),
            "empty": _("Berkas ini kosong. Pilih daftar unit yang sudah diisi."),
        },
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        """The file, where it is not larger than can be read."""
        file = self.cleaned_data["file"]
        assert isinstance(file, UploadedFile)
        if (file.size or 0) > _LARGEST_LIST:
            raise forms.ValidationError(_("Berkas ini terlalu besar untuk sebuah daftar unit."))
        return file
