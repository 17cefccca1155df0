"""Days and owners of a plan's actions, as people set them when they agree on it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from pragola.web.coaching.forms.agreements import ACTING
from pragola.web.coaching.models import Agreement, Clinic
from pragola.web.coaching.queries.clinics import planned_clinics
from pragola.web.coaching.queries.invitations import when_of
from pragola.web.innovations.models import Assessment
from pragola.web.regions.models import Role, Unit
from pragola.web.shared.fields import ManyRows
from pragola.web.targets.actions.agreeing import Promise
from pragola.web.targets.queries.question import Question
from pragola.web.targets.stored import StoredAction

_FAR = timedelta(days=3 * 365)
_NOT_THERE = _("Kesepakatan ini tidak ada (lagi). Muat ulang halamannya.")
_ROLES = [(role.value, role.label) for role in ACTING]
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
    """A day and a role for each action, a unit for those of the region itself, and a clinic."""

    def __init__(
        self,
        *given: Any,
        assessment: Assessment,
        actions: Sequence[StoredAction],
        names: Sequence[str],
        usual: Sequence[date],
        today: date,
        seen: int,
        settled: Mapping[int, Agreement],
        **named: Any,
    ) -> None:
        """`names` and `usual` days are by action; `seen` is the plan in force, 0 without one.

        Nothing is asked of actions that `settled` agreements stand for, by their numbers.
        """
        super().__init__(*given, **named)
        self._actions, self._settled = actions, settled
        units = Unit.objects.filter(region=assessment.region_id, closed_on=None)
        self.fields["clinic"] = ClinicField(assessment, empty_label=_("Tidak, cukup pada unitnya"))
        self.fields["seen"] = forms.IntegerField(
            required=False, initial=seen, widget=forms.HiddenInput
        )
        for number, action in enumerate(actions):
            if number in settled:
                continue
            self.fields[f"due-{number}"] = DayField(
                today=today, label=names[number], initial=usual[number]
            )
            owned = action.unit is not None
            self.fields[f"role-{number}"] = forms.ChoiceField(
                label=names[number],
                choices=_ROLES if owned else [("", "–"), *_ROLES],
                initial=Role.OPERATOR if owned else "",
                required=False,
            )
            if not owned:
                self.fields[f"unit-{number}"] = forms.ModelChoiceField(
                    units,
                    required=False,
                    label=names[number],
                    empty_label=_("Koordinator %(region)s") % {"region": assessment.region.name},
                )

    def owners(self) -> list[Mapping[str, forms.BoundField]]:
        """Day, role and unit of each action, in the plan's order, as far as they are asked for."""
        asked = ("due", "role", "unit")
        return [
            {name: self[f"{name}-{n}"] for name in asked if f"{name}-{n}" in self.fields}
            for n in range(len(self._actions))
        ]

    def promises(self) -> list[Promise]:
        """What was promised, in the plan's order."""
        return [self._promise(n) for n in range(len(self._actions))]

    def _promise(self, number: int) -> Promise:
        kept, given = self._settled.get(number), self.cleaned_data
        if kept is not None:
            return Promise(kept.due_on, kept.unit, Role(kept.role))
        role = given[f"role-{number}"] or self._usual_role(number)
        return Promise(given[f"due-{number}"], given.get(f"unit-{number}"), Role(role))

    def _usual_role(self, number: int) -> Role:
        """Operators do what is their unit's; the head of another one sees to the region's work."""
        return Role.HEAD if self._actions[number].unit is None else Role.OPERATOR


class ClinicField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A planned clinic of an assessment, by its title and day; none may be chosen."""

    def __init__(self, assessment: Assessment, **named: Any) -> None:
        """Those that have not been held."""
        super().__init__(
            planned_clinics(assessment, now=now()),
            required=False,
            label=_("Bahas dalam klinik"),
            **named,
        )

    def label_from_instance(self, obj: Clinic) -> str:
        """Title and time."""
        return f"{obj.title} · {when_of(obj)}"


class IntoClinicForm(forms.Form):
    """Agreements of a plan, and the clinic in which they are talked about."""

    def __init__(self, *given: Any, assessment: Assessment, **named: Any) -> None:
        """Of that assessment."""
        super().__init__(*given, **named)
        self.fields["clinic"] = ClinicField(assessment, empty_label=_("Tanpa klinik, pada unitnya"))
        self.fields["agreements"] = ManyRows(
            Agreement.objects.filter(
                assessment=assessment, planned=True, withdrawn_at=None
            ).select_related("assessment", "clinic", "unit"),
            error_messages={
                "required": _("Tandai dahulu pekerjaan yang dimasukkan ke klinik."),
                "invalid_choice": _NOT_THERE,
                "invalid_pk_value": _NOT_THERE,
            },
        )


class DueForm(forms.Form):
    """Another day for one action."""

    def __init__(self, *given: Any, today: date, **named: Any) -> None:
        """From today on."""
        super().__init__(*given, **named)
        self.fields["due"] = DayField(today=today, label=_("Selesai sampai"))


def usual_days(question: Question, actions: Sequence[StoredAction], today: date) -> list[date]:
    """A day for each action: as many days from today as it usually takes, before the last day.

    Never before today, and never beyond the days that can be set.
    """
    work = question.situation.work
    together = {each.id: each.days for each in work.collectives}
    entering = work.entering.days if work.entering else 0

    def needed(action: StoredAction) -> int:
        if action.collective:
            return together.get(action.collective, 0)
        step = work.steps.get((action.indicator, action.level))
        return step.days if step else entering

    last = min(work.end or date.max, today + _FAR)
    start = min(work.start or today, last)
    room = (last - start).days
    return [max(today, start + timedelta(days=min(needed(a), room))) for a in actions]
