"""Who was there, and what was talked about."""

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils.timezone import is_aware
from django.utils.translation import gettext_lazy as _

from pragola.web.coaching.models import Clinic
from pragola.web.regions.models import Person, Unit
from pragola.web.shared.fields import TypedField

_LONGEST_KEY = 40


class MarkForm(forms.Form):
    """An invited person, or the name of another one with their unit."""

    person = forms.ModelChoiceField(Person.objects.none(), required=False)
    name = TypedField(label=_("Nama"), max_length=120, required=False)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Unit"), required=False, empty_label=_("Tanpa unit")
    )
    again = forms.BooleanField(label=_("Tetap catat"), required=False)
    key = forms.CharField(max_length=_LONGEST_KEY, required=False, widget=forms.HiddenInput)
    at = forms.CharField(max_length=_LONGEST_KEY, required=False, widget=forms.HiddenInput)

    def __init__(self, *given: Any, clinic: Clinic, **named: Any) -> None:
        """People invited to that clinic, units of its government."""
        super().__init__(*given, **named)
        for name, rows in (
            ("person", Person.objects.filter(pk__in=clinic.guests.values("person"))),
            ("unit", Unit.objects.filter(region=clinic.region_id)),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows

    def clean(self) -> dict[str, Any]:
        """Somebody."""
        told = super().clean() or {}
        if not told.get("person") and not told.get("name") and not self.errors:
            self.add_error("name", _("Tulis namanya."))
        return told

    def since(self, now: datetime) -> datetime:
        """When the browser noted it, else now; so too where its clock is out of all calendars."""
        try:
            noted = datetime.fromisoformat(self.cleaned_data["at"])
            return noted.astimezone(UTC) if is_aware(noted) else now
        except (ValueError, OverflowError):
            return now


class MinutesForm(forms.Form):
    """What was talked about; `seen` is the sign of what stood there when the page was opened."""

    seen = forms.CharField(max_length=_LONGEST_KEY, required=False, widget=forms.HiddenInput)

    text = TypedField(
        label=_("Pokok pembahasan"),
        help_text=_("Kehadiran dan kesepakatan masuk notula dengan sendirinya."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20_000,
        required=False,
    )
