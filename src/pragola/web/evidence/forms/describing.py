"""What people say about evidence."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LetterForm(forms.Form):
    """A title, and the letter that the evidence is."""

    title = forms.CharField(label=_("Nama bukti"), max_length=255, required=False)
    letter_number = forms.CharField(label=_("Nomor surat"), max_length=120, required=False)
    letter_date = forms.DateField(
        label=_("Tanggal surat"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Tulis tanggal, misalnya 2026-12-31.")},
    )
    letter_subject = forms.CharField(label=_("Perihal"), max_length=300, required=False)
    letter_office = forms.CharField(
        label=_("Jabatan penanda tangan"),
        help_text=_("Misalnya Bupati, atau Kepala Dinas Kesehatan."),
        max_length=200,
        required=False,
    )
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
