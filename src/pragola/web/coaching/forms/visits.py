"""A visit in a minute, a question, its answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pragola.web.coaching.models import VisitKind
from pragola.web.regions.models import Person, Region, Role, Unit
from pragola.web.shared.fields import ManyRows, TypedField

_MOST_MINUTES = 600
_LONGEST = 4000


class VisitForm(forms.Form):
    """How, how long, about what."""

    kind = forms.ChoiceField(label=_("Cara"), choices=VisitKind.choices)
    minutes = forms.IntegerField(label=_("Menit"), min_value=1, max_value=_MOST_MINUTES, initial=30)
    text = TypedField(
        label=_("Catatan"), widget=forms.Textarea(attrs={"rows": 3}), max_length=_LONGEST
    )


class QuestionForm(forms.Form):
    """A question about a claim."""

    text = TypedField(
        label=_("Pertanyaan Anda"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=_LONGEST,
    )


class AnswerForm(forms.Form):
    """An answer, and what of it helps every unit."""

    answer = TypedField(
        label=_("Jawaban"), widget=forms.Textarea(attrs={"rows": 4}), max_length=_LONGEST
    )
    for_all = TypedField(
        label=_("Panduan untuk semua unit"),
        help_text=_("Boleh kosong. Tulis tanpa menyebut unit atau orang."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=_LONGEST,
        required=False,
    )


class AssignForm(forms.Form):
    """A coach for some units."""

    coach = forms.ModelChoiceField(
        Person.objects.none(), label=_("Pendamping"), empty_label=_("Pilih orang")
    )
    units = ManyRows(Unit.objects.none(), label=_("Unit"))

    def __init__(self, *given: Any, region: Region, **named: Any) -> None:
        """People and open units of a government."""
        super().__init__(*given, **named)
        held = {"appointments__region": region, "appointments__ended_at": None}
        coaches = Person.objects.filter(
            **held, appointments__role__in=(Role.COACH, Role.COORDINATOR), is_active=True
        )
        for name, rows in (
            ("coach", coaches.distinct()),
            ("units", Unit.objects.filter(region=region, closed_on=None)),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows
