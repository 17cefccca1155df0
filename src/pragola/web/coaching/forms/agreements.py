"""An agreement in other words, and the letterhead of papers."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pragola.web.coaching.models import Agreement, Letterhead
from pragola.web.regions.models import Role
from pragola.web.shared.fields import TypedField

ACTING = (Role.OPERATOR, Role.HEAD, Role.COACH)
"""Who of a unit may take an agreement on."""


class AgreementForm(forms.Form):
    """What, who and until when."""

    text = TypedField(label=_("Apa yang disepakati"), max_length=500)
    role = forms.ChoiceField(
        label=_("Siapa"), choices=[(role.value, role.label) for role in ACTING]
    )
    due_on = forms.DateField(
        label=_("Sampai kapan"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("Pilih tanggalnya dari kalender.")},
    )

    def __init__(self, *given: Any, agreement: Agreement, today: date, **named: Any) -> None:
        """With what is agreed now."""
        self.today, self.agreed = today, agreement
        told = {name: getattr(agreement, name) for name in ("text", "role", "due_on")}
        super().__init__(*given, **named)
        self.initial = told
        if agreement.unit_id is None:
            role, field = Role.COORDINATOR, self.fields["role"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(role.value, role.label)]

    def clean_due_on(self) -> date:
        """Not passed, nor after the year that follows the assessment's, unless it stays."""
        due: date = self.cleaned_data["due_on"]
        last = int(self.agreed.assessment.edition) + 1
        if due == self.agreed.due_on:
            return due
        if due < self.today:
            raise forms.ValidationError(
                _("Tanggal itu sudah lewat. Pilih hari ini atau sesudahnya.")
            )
        if due.year > last:
            too_far = _("Paling lambat akhir %(year)s, setahun sesudah tahun penilaiannya.")
            raise forms.ValidationError(too_far % {"year": last})
        return due


class LetterheadForm(forms.Form):
    """What stands above papers."""

    office = TypedField(label=_("Perangkat daerah"), max_length=200)
    address = TypedField(label=_("Alamat"), max_length=300, required=False)
    contact = TypedField(label=_("Telepon, surel, dan laman"), max_length=300, required=False)

    def __init__(self, *given: Any, known: Letterhead | None, **named: Any) -> None:
        """With what stands there now."""
        super().__init__(*given, **named)
        if known:
            names = ("office", "address", "contact")
            self.initial = {name: getattr(known, name) for name in names}
