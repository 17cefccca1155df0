"""Beginning an innovation, and opening an assessment."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pragola.rulebooks import edition_codes
from pragola.web.innovations.models import Assessment, Door
from pragola.web.innovations.queries.calendar import door_of
from pragola.web.regions.models import Region, Unit
from pragola.web.shared.fields import TypedField

_NO_TARGET = _("Target harus angka dari 0 sampai 100, misalnya 60,01.")


class BeginForm(forms.Form):
    """How an innovation is called, what it does, and in which year it is entered."""

    title = TypedField(label=_("Judul inovasi"), max_length=300)
    text = TypedField(
        label=_("Inovasi ini melakukan apa?"),
        help_text=_("Satu atau dua kalimat, untuk mencari inovasi yang serupa. Boleh kosong."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    assessment = forms.ModelChoiceField(
        Assessment.objects.none(), label=_("Penilaian"), empty_label=None
    )

    def __init__(self, *given: Any, unit: Unit, now: datetime, **named: Any) -> None:
        """The form of a unit: assessments to which it can still submit, the latest first."""
        super().__init__(*given, **named)
        field = self.fields["assessment"]
        assert isinstance(field, forms.ModelChoiceField)
        known = Assessment.objects.filter(region=unit.region_id).select_related("region")
        open_ones = [each.pk for each in known if door_of(each, unit, Door.SUBMIT, now).is_open]
        field.queryset = known.filter(pk__in=open_ones)


class OpenForm(forms.Form):
    """Which edition an assessment follows, and the index aimed at."""

    edition = forms.ChoiceField(label=_("Pedoman tahun"), choices=())
    target = forms.DecimalField(
        label=_("Target indeks"),
        help_text=_("Boleh kosong. Misalnya 65,01."),
        required=False,
        localize=True,
        min_value=0,
        max_value=100,
        decimal_places=2,
        error_messages={"invalid": _NO_TARGET, "min_value": _NO_TARGET, "max_value": _NO_TARGET},
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )

    def __init__(self, *given: Any, region: Region, **named: Any) -> None:
        """The form of a government: editions by which it has no assessment yet."""
        super().__init__(*given, **named)
        opened = set(Assessment.objects.filter(region=region).values_list("edition", flat=True))
        field = self.fields["edition"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(code, code) for code in edition_codes() if code not in opened]
