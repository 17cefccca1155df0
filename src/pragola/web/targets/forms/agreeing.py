"""Days and owners of a plan's actions, as people set them when they agree on it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Unit
from pragola.web.targets.actions.agreeing import Promise
from pragola.web.targets.queries.question import Question
from pragola.web.targets.stored import StoredAction

_FAR = timedelta(days=3 * 365)
_BAD_DAY = _("Pilih hari dari kalender, mulai hari ini.")


class DayField(forms.DateField):
    """A day from today on."""

    def __init__(self, *, today: date, **named: Any) -> None:
        """A field with the calendar of the browser."""
        super().__init__(
            input_formats=["%Y-%m-%d"],
            widget=forms.DateInput(
                attrs={"type": "date", "min": today.isoformat()}, format="%Y-%m-%d"
            ),
            error_messages={"required": _BAD_DAY, "invalid": _BAD_DAY},
            **named,
        )
        self._today = today

    def validate(self, value: Any) -> None:
        """Not before today, and not beyond all plans."""
        super().validate(value)
        if not self._today <= value <= self._today + _FAR:
            raise forms.ValidationError(_BAD_DAY)


class AgreeForm(forms.Form):
    """A day for each action, and a unit for those of the region itself."""

    def __init__(
        self,
        *given: Any,
        assessment: Assessment,
        actions: Sequence[StoredAction],
        names: Sequence[str],
        usual: Sequence[date],
        today: date,
        **named: Any,
    ) -> None:
        """`names` and `usual` days are by action."""
        super().__init__(*given, **named)
        self._actions = actions
        units = Unit.objects.filter(region=assessment.region_id, closed_on=None)
        for number, action in enumerate(actions):
            self.fields[f"due-{number}"] = DayField(
                today=today, label=names[number], initial=usual[number]
            )
            if action.unit is None:
                self.fields[f"unit-{number}"] = forms.ModelChoiceField(
                    units,
                    required=False,
                    label=names[number],
                    empty_label=assessment.region.name,
                )

    def pairs(self) -> list[tuple[forms.BoundField, forms.BoundField | None]]:
        """The fields of each action, in the plan's order."""
        return [
            (self[f"due-{n}"], self[f"unit-{n}"] if f"unit-{n}" in self.fields else None)
            for n in range(len(self._actions))
        ]

    def promises(self) -> list[Promise]:
        """What was promised, in the plan's order."""
        given = self.cleaned_data
        numbers = range(len(self._actions))
        return [Promise(given[f"due-{n}"], given.get(f"unit-{n}")) for n in numbers]


class DueForm(forms.Form):
    """Another day for one action."""

    def __init__(self, *given: Any, today: date, **named: Any) -> None:
        """From today on."""
        super().__init__(*given, **named)
        self.fields["due"] = DayField(today=today, label=_("Selesai sampai"))


def usual_days(question: Question, actions: Sequence[StoredAction], today: date) -> list[date]:
    """A day for each action: as many days from today as it usually takes, before the last day."""
    work = question.situation.work
    together = {each.id: each.days for each in work.collectives}
    entering = work.entering.days if work.entering else 0

    def needed(action: StoredAction) -> int:
        if action.collective:
            return together.get(action.collective, 0)
        step = work.steps.get((action.indicator, action.level))
        return step.days if step else entering

    last = work.end or today + _FAR
    start = work.start or today
    return [max(today, min(start + timedelta(days=needed(a)), last)) for a in actions]
