"""Official results, as a form or a file tells them."""

from collections.abc import Collection, Mapping

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.official_values import Official
from pragola.web.shared.numbers import whole
from pragola.web.shared.texts import typed_line
from pragola.workbook.typed import AmbiguousNumberError, typed_number

_LEVEL = "level."
_LARGEST = 5_000_000


class OfficialListForm(forms.Form):
    """A table of official results, and where it is from."""

    file = forms.FileField(
        label=_("Berkas Excel atau CSV"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={
            "required": _("Belum ada berkas. Pilih daftar hasil (.xlsx atau .csv), lalu periksa."),
            "empty": _("Berkas ini kosong. Pilih daftar hasil yang sudah diisi."),
        },
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        """The file, where it is not larger than can be read."""
        file = self.cleaned_data["file"]
        assert isinstance(file, UploadedFile)
        if (file.size or 0) > _LARGEST:
            raise forms.ValidationError(_("Berkas ini terlalu besar untuk sebuah daftar hasil."))
        return file


def official_in(posted: Mapping[str, str], edition: Edition) -> Official:
    """The result of a form; empty fields are not known. Raises PragolaError for no number."""
    written = typed_line(posted.get("points", ""))
    levels = {
        each.code: whole(posted.get(f"{_LEVEL}{each.code}")) for each in edition.sid_indicators
    }
    try:
        points = typed_number(written) if written else None
    except AmbiguousNumberError:
        points = None
    if written and points is None:
        most = f"{edition.maxima.sid.value:f}"
        raise PragolaError(Fault(code="official_points_unknown", found=written, expected=most))
    return Official(
        points=points,
        levels={code: level for code, level in levels.items() if level is not None},
        source=typed_line(posted.get("source", "")),
    )


def chosen_in(values: Collection[str]) -> frozenset[int]:
    """The entries that were ticked to be replaced."""
    return frozenset(number for number in map(whole, values) if number is not None)
