"""To which unit an innovation is given."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pragola.web.innovations.models import Innovation
from pragola.web.regions.models import Unit


class HandOverForm(forms.Form):
    """A unit of the same government that works."""

    unit = forms.ModelChoiceField(
        Unit.objects.none(), label=_("Unit yang melanjutkan"), empty_label=_("Pilih unit …")
    )

    def __init__(self, *given: Any, innovation: Innovation, **named: Any) -> None:
        """Every unit but its own."""
        super().__init__(*given, **named)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        others = Unit.objects.filter(region=innovation.region_id, closed_on=None)
        field.queryset = others.exclude(pk=innovation.unit_id).order_by("name")
