"""What is said about a file before it is sent."""

from pathlib import PurePosixPath
from unicodedata import category

from django import forms

_NAME = 255


class ArrivalForm(forms.Form):
    """A file that somebody wants to send for a part of an entry, or has a question about."""

    entry = forms.IntegerField(min_value=1)
    part = forms.CharField(max_length=60)
    filename = forms.CharField()
    size = forms.IntegerField(min_value=0)
    sha256 = forms.RegexField(r"\A[0-9a-fA-F]{64}\Z", required=False)
    replaces = forms.IntegerField(min_value=1, required=False)

    def clean_filename(self) -> str:
        """The name alone, without folders and without signs that nobody sees."""
        name = PurePosixPath(self.cleaned_data["filename"].replace("\\", "/")).name
        name = "".join(sign for sign in name if not category(sign).startswith("C")).strip()
        return name[-_NAME:] or "berkas"

    def clean_sha256(self) -> str:
        """The digest in small letters; empty where the sender did not compute it."""
        return str(self.cleaned_data["sha256"]).lower()
