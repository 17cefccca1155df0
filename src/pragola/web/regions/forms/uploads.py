"""What a visitor hands in: a file, and the index aimed at."""

from pathlib import Path

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from pragola.workbook.package import LARGEST_FILE

SUFFIXES = (".xlsx", ".json", ".csv")
_MEGABYTES = LARGEST_FILE // 1024**2
_TOO_LARGE = format_lazy(
    _("Berkas ini lebih besar dari {megabytes} MB. Hapus gambar yang tidak perlu, lalu simpan."),
    megabytes=_MEGABYTES,
)
_NO_TARGET = _("Target harus angka dari 0 sampai 100, misalnya 60,01.")
_TOO_FINE = _("Target paling banyak dua angka di belakang koma, misalnya 60,01.")


class UploadForm(forms.Form):
    """One file, and a target that may stay open."""

    file = forms.FileField(
        label=_("Berkas jawaban"),
        help_text=format_lazy(
            _("Excel (.xlsx), JSON, atau CSV; paling besar {megabytes} MB."), megabytes=_MEGABYTES
        ),
        allow_empty_file=True,
        error_messages={
            "required": _("Belum ada berkas. Pilih buku kerja yang sudah diisi, lalu unggah."),
        },
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
    )
    target = forms.DecimalField(
        label=_("Target indeks"),
        help_text=_("Boleh kosong. Misalnya 65,01."),
        required=False,
        localize=True,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        error_messages={
            "invalid": _NO_TARGET,
            "min_value": _NO_TARGET,
            "max_value": _NO_TARGET,
            "max_whole_digits": _NO_TARGET,
            "max_digits": _TOO_FINE,
            "max_decimal_places": _TOO_FINE,
        },
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        """The file, where its size and ending are ones that can be read."""
        file = self.cleaned_data["file"]
        assert isinstance(file, UploadedFile)
        if (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(_TOO_LARGE)
        if Path(file.name or "").suffix.lower() not in SUFFIXES:
            raise forms.ValidationError(
                _("Berkas ini bukan .xlsx, .json, atau .csv. Simpan sebagai .xlsx, lalu unggah.")
            )
        return file

    @property
    def suffix(self) -> str:
        """The ending of the file, one of SUFFIXES."""
        return Path(self.cleaned_data["file"].name).suffix.lower()

    @property
    def aim(self) -> str:
        """The target as the engine's text; empty where none was given."""
        target = self.cleaned_data["target"]
        return "" if target is None else format(target, "f")
