"""The days of an assessment, and more time for a unit."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.timezone import make_naive
from django.utils.translation import gettext_lazy as _

from pragola.web.innovations.models import Assessment, Door
from pragola.web.regions.models import Unit
from pragola.web.shared.fields import TypedField, in_zone, moment_field


class CalendarForm(forms.Form):
    """When each door closes, in the time of the region; an empty one never does."""

    def __init__(self, *given: Any, assessment: Assessment, **named: Any) -> None:
        """One field a door, with what is set now."""
        super().__init__(*given, **named)
        self.zone = ZoneInfo(assessment.region.time_zone)
        closing = dict(assessment.deadlines.values_list("door", "closes_at"))
        for door in Door:
            field = moment_field(str(door.label), required=False)
            at = closing.get(door)
            field.initial = make_naive(at, self.zone) if at else None
            self.fields[door.value] = field

    def moments(self) -> dict[Door, datetime | None]:
        """When each door closes."""
        return {door: in_zone(self.cleaned_data.get(door.value), self.zone) for door in Door}


class GraceForm(forms.Form):
    """More time at one door for one unit, and why."""

    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Unit"), empty_label=_("Pilih unit …")
    )
    door = forms.ChoiceField(label=_("Untuk"), choices=Door.choices)
    until = moment_field(str(_("Sampai")), required=True)
    reason = TypedField(
        label=_("Alasan"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000
    )

    def __init__(self, *given: Any, assessment: Assessment, **named: Any) -> None:
        """The form of an assessment: units of its government."""
        super().__init__(*given, **named)
        self.zone = ZoneInfo(assessment.region.time_zone)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Unit.objects.filter(region=assessment.region_id)

    @property
    def moment(self) -> datetime:
        """Until when, in the time of the region."""
        there = in_zone(self.cleaned_data["until"], self.zone)
        assert there is not None
        return there
