"""What people say about evidence, and what they look for in a library."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from pragola.web.evidence.queries.evidence import KINDS, Wanted
from pragola.web.evidence.queries.letters import Suggestion
from pragola.web.shared.fields import TypedField
from pragola.web.shared.numbers import whole
from pragola.web.shared.texts import typed

type Told = Mapping[str, str | int | date | None]

_LAST_YEAR = 9998
_MOST_LETTERS = 200
TAKING, TAKING_ALL = "ambil", "semua"
"""By these names a form says which suggestions are taken."""


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """What somebody else saved for a field meanwhile, and what stands in the form."""

    label: str
    saved: str
    typed: str


def wanted_in(request: HttpRequest) -> Wanted:
    """What an address asks a library for; what is no kind and no year asks for nothing."""
    asked = {name: typed(request.GET.get(name, "")) for name in ("cari", "jenis", "tahun")}
    year = whole(asked["tahun"])
    return Wanted(
        words=asked["cari"][:_MOST_LETTERS],
        kind=asked["jenis"] if asked["jenis"] in KINDS else "",
        year=year if year and year <= _LAST_YEAR else None,
        unused="sisa" in request.GET,
    )


class LetterForm(forms.Form):
    """A title, and the letter that the evidence is."""

    title = TypedField(label=_("Nama bukti"), max_length=255, required=False)
    letter_number = TypedField(label=_("Nomor surat"), max_length=120, required=False)
    letter_date = forms.DateField(
        label=_("Tanggal surat"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Tulis tanggal, misalnya 2026-12-31.")},
    )
    letter_subject = TypedField(label=_("Perihal"), max_length=300, required=False)
    letter_office = TypedField(
        label=_("Jabatan penanda tangan"),
        help_text=_("Misalnya Bupati, atau Kepala Dinas Kesehatan."),
        max_length=200,
        required=False,
    )
    revision = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def beside(self, saved: Told) -> tuple[TwoTexts, ...]:
        """Where this form and what is saved differ, field by field."""
        return tuple(
            TwoTexts(str(field.label), str(saved[field.name] or ""), str(field.value() or ""))
            for field in self.visible_fields()
            if str(saved[field.name] or "") != str(field.value() or "")
        )


def again(posted: Mapping[str, str], *, revision: int) -> LetterForm:
    """The same texts, to be saved over what is saved now by somebody who has seen that."""
    return LetterForm({**posted, "revision": str(revision)})


def with_taken(
    posted: Mapping[str, str], suggestions: Iterable[Suggestion], *, taken: Collection[str]
) -> Mapping[str, str]:
    """What was posted, with the suggestions that were taken where nothing was written."""
    wanted = [each for each in suggestions if each.field in taken or TAKING_ALL in taken]
    empty = {e.field: e.value for e in wanted if not typed(posted.get(e.field, ""))}
    return {**posted, **empty}
