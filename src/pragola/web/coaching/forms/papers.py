"""What stands on a signed paper, and its scan."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from pragola.web.evidence.forms.arrivals import ArrivalForm
from pragola.web.shared.fields import TypedField
from pragola.workbook.package import LARGEST_FILE

_MEGA = 1024 * 1024
_FIRST_DAY = date(2000, 1, 1)
_EASTERNMOST = ZoneInfo("Asia/Jayapura")
"""Where a day of the country begins."""


class ScanForm(forms.Form):
    """The scan of a paper, the claim it is to prove, and the office that signed."""

    file = forms.FileField(label=_("Hasil pindai (PDF)"))
    part = forms.CharField(label=_("Menjadi bukti untuk"), max_length=20, required=False)
    office = TypedField(label=_("Jabatan penanda tangan"), max_length=200, required=False)

    def clean_file(self) -> "UploadedFile[bytes] | None":
        """Not larger than an ordinary form takes."""
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST_FILE:
            limit = {"limit": LARGEST_FILE // _MEGA}
            too_large = _("Berkas ini lebih dari %(limit)s MB. Unggah di halaman klaim.") % limit
            raise forms.ValidationError(too_large)
        return file if isinstance(file, UploadedFile) else None

    @property
    def scan(self) -> "UploadedFile[bytes] | None":
        """The file, if one was chosen."""
        file = self.cleaned_data["file"]
        return file if isinstance(file, UploadedFile) else None

    @property
    def file_name(self) -> str:
        """Its name without folders and hidden signs."""
        named = ArrivalForm({"filename": self.scan.name if self.scan else "", "entry": 1})
        named.full_clean()
        return str(named.cleaned_data.get("filename", "berkas"))


class SignedForm(ScanForm):
    """Number and day, asked for only when it is signed, with the scan where it is there."""

    number = TypedField(label=_("Nomor"), max_length=120, required=False)
    signed_on = forms.DateField(
        label=_("Tanggal"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("Pilih tanggalnya dari kalender.")},
    )

    def clean_signed_on(self) -> date | None:
        """No day that is still to come anywhere in the country, nor one before all of this."""
        day: date | None = self.cleaned_data["signed_on"]
        if day and not _FIRST_DAY <= day <= now().astimezone(_EASTERNMOST).date():
            raise forms.ValidationError(
                _("Periksa tanggal suratnya: belum tiba, atau terlalu lama lalu.")
            )
        return day

    def __init__(self, *given: Any, **named: Any) -> None:
        """The scan may come later."""
        super().__init__(*given, **named)
        self.fields["file"].required = False

    @property
    def number_and_day(self) -> tuple[str, date | None]:
        """What stands on the paper."""
        return self.cleaned_data["number"], self.cleaned_data["signed_on"]
