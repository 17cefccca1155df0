"""The index that the ministry gave a government, as a form tells it."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from pragola.scoring.edition import Edition
from pragola.web.innovations.actions.official import LONGEST_SOURCE
from pragola.web.innovations.official_index import OfficialIndex
from pragola.web.shared.fields import TypedField
from pragola.workbook.typed import AmbiguousNumberError, typed_number

_NO_NUMBER = _("Indeks ini tidak terbaca sebagai satu angka. Tulis misalnya 58,11.")
_BAD_DAY = _("Pilih tanggalnya dari kalender.")


class OfficialIndexForm(forms.Form):
    """The index with its band, letter and day; all of it empty takes back what is recorded."""

    index = TypedField(
        label=_("Indeks resmi"),
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        help_text=_("0 sampai 100, paling banyak dua desimal, misalnya 58,11."),
    )
    band = forms.ChoiceField(label=_("Predikat (boleh kosong)"), required=False)
    source = TypedField(
        label=_("Surat atau sumber"),
        required=False,
        max_length=LONGEST_SOURCE,
        help_text=_("Misalnya nomor surat kementerian, atau siaran persnya."),
    )
    day = forms.DateField(
        label=_("Tanggal surat atau pengumuman (boleh kosong)"),
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _BAD_DAY},
    )

    def __init__(self, *args: object, edition: Edition, **kwargs: object) -> None:
        """With the bands of the edition to choose from."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        names = [band.name for band in edition.bands.value]
        band = self.fields["band"]
        assert isinstance(band, forms.ChoiceField)
        band.choices = [("", _("belum disebut")), *((name, name) for name in names)]

    def clean_index(self) -> Decimal | None:
        """The number that was typed."""
        written = self.cleaned_data["index"]
        try:
            number = typed_number(written) if written else None
        except AmbiguousNumberError:
            number = None
        if written and number is None:
            raise forms.ValidationError(_NO_NUMBER)
        return number

    def told(self) -> OfficialIndex:
        """What the form says, once it is valid."""
        told = self.cleaned_data
        return OfficialIndex(
            index=told["index"], band=told["band"], source=told["source"], day=told["day"]
        )
