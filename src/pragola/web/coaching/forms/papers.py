"""Number and day of a signed paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from pragola.web.shared.fields import TypedField


class SignedForm(forms.Form):
    """What stands on the signed paper; asked for only when it is signed."""

    number = TypedField(label=_("Nomor"), max_length=120, required=False)
    signed_on = forms.DateField(
        label=_("Tanggal"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d"],
        error_messages={"invalid": _("Pilih tanggalnya dari kalender.")},
    )
