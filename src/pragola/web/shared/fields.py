"""Fields of forms for what people type."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import make_aware, make_naive
from django.utils.translation import gettext_lazy as _

from pragola.web.shared.numbers import whole
from pragola.web.shared.texts import typed, typed_line

_FIRST_YEAR, _LAST_YEAR = 2000, 2100
_MOMENT = "%Y-%m-%dT%H:%M"
_BAD = _("Pilih tanggal dan jam dari kalender.")


class TypedField(forms.CharField):
    """A text without signs that nobody sees; in one line unless it is asked for in several."""

    def to_python(self, value: Any) -> str:
        """The text as it is kept."""
        text = str(super().to_python(value))
        return typed(text) if isinstance(self.widget, forms.Textarea) else typed_line(text)


class ManyRows(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Rows of a table by their ids; an id longer than any that is counted here is no choice."""

    def clean(self, value: Any) -> Any:
        """The rows; a database need not be asked about numbers that it cannot hold."""
        for each in value or ():
            if whole(str(each)) is None:
                raise ValidationError(self.error_messages["invalid_choice"], params={"value": each})
        return super().clean(value)


def moment_field(label: str, *, required: bool) -> forms.DateTimeField:
    """A field for a day with its time; what it gives goes through `in_zone`."""
    return forms.DateTimeField(
        label=label,
        required=required,
        input_formats=[_MOMENT, f"{_MOMENT}:%S"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MOMENT),
        error_messages={"invalid": _BAD},
        validators=[_within_reason],
    )


def in_zone(typed_moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    """The typed clock time as it is meant: in the region."""
    if typed_moment is None:
        return None
    naive = make_naive(typed_moment) if typed_moment.tzinfo else typed_moment
    return make_aware(naive, zone)


def _within_reason(moment: datetime) -> None:
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValidationError(_BAD)
