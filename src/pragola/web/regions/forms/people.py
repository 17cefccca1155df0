"""Whom to invite, how to take an invitation up, and what people say of themselves."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from pragola.web.regions.actions.people import Wanted
from pragola.web.regions.forms.sign_in import PASSWORD_RULES
from pragola.web.regions.models import OF_A_UNIT, Person, Region, Role, Unit
from pragola.web.regions.queries.people import INVITED_HERE, role_names
from pragola.web.shared.fields import TypedField
from pragola.web.shared.numbers import whole
from pragola.web.shared.texts import typed

_CELLS = 4
_MOST_LINES = 500


class PostForm(forms.Form):
    """A role, and the unit where the role has one."""

    role = forms.ChoiceField(
        label=_("Peran"), choices=[(role, Role(role).label) for role in INVITED_HERE]
    )
    unit = forms.ModelChoiceField(
        Unit.objects.none(),
        label=_("Unit"),
        help_text=_("Untuk operator, kepala unit, dan pendamping."),
        required=False,
        empty_label=_("Pilih unit, atau biarkan untuk seluruh daerah"),
    )

    def __init__(self, *given: Any, region: Region, **named: Any) -> None:
        """The form of a government."""
        super().__init__(*given, **named)
        self.region = region
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Unit.objects.filter(region=region, closed_on=None)

    def clean(self) -> dict[str, Any]:
        """A unit exactly where the role asks for one."""
        told = super().clean() or {}
        role, unit = told.get("role"), told.get("unit")
        if role in OF_A_UNIT and unit is None and "unit" not in self.errors:
            self.add_error("unit", _("Pilih unitnya: peran ini selalu di sebuah unit."))
        if role not in OF_A_UNIT:
            told["unit"] = None
        return told


class NameField(TypedField):
    """A name."""

    def __init__(self, **named: Any) -> None:
        """As long as the database takes it."""
        super().__init__(label=_("Nama"), max_length=120, **named)


class InviteForm(PostForm):
    """One person."""

    name = NameField()
    email = forms.EmailField(label=_("Surel"))
    field_order = ("name", "email", "role", "unit")

    def wanted(self) -> Wanted:
        """Whom to invite."""
        told = self.cleaned_data
        return Wanted(
            email=told["email"],
            name=told["name"],
            role=Role(told["role"]),
            region=self.region,
            unit=told["unit"],
        )


class InviteManyForm(forms.Form):
    """Many people, a line each."""

    lines = forms.CharField(
        label=_("Banyak orang sekaligus"),
        help_text=_("Satu baris satu orang: nama; surel; peran; nama atau kode unit."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *given: Any, region: Region, **named: Any) -> None:
        """The form of a government."""
        super().__init__(*given, **named)
        self.region = region
        self.everybody: list[Wanted] = []

    def clean_lines(self) -> str:
        """Every line read; all faults with their numbers, and nobody where there is one."""
        text = typed(str(self.cleaned_data["lines"]))
        known = Unit.objects.filter(region=self.region, closed_on=None)
        units = {key.lower(): unit for unit in known for key in (unit.name, unit.code)}
        faults = []
        lines = text.splitlines()
        if len(lines) > _MOST_LINES:
            told = {"most": _MOST_LINES, "lines": len(lines)}
            too_many = _("Paling banyak %(most)s baris; ini %(lines)s baris.")
            raise ValidationError(too_many, params=told)
        for number, line in enumerate(lines, start=1):
            try:
                self._take_in(line, units)
            except ValidationError as error:
                why = {"number": number, "why": " ".join(error.messages)}
                faults.append(_("Baris %(number)s: %(why)s") % why)
        if faults:
            raise ValidationError([str(fault) for fault in faults])
        return text

    def _take_in(self, line: str, units: dict[str, Unit]) -> None:
        if not line.strip():
            return
        wanted = _read_line(line, self.region, units)
        if wanted in self.everybody:
            raise ValidationError(_("orang dan peran ini sudah ada di baris lain."))
        self.everybody.append(wanted)


class AcceptForm(forms.Form):
    """Who takes an invitation up: a name, a telephone, a password."""

    name = NameField()
    phone = TypedField(
        label=_("Nomor WhatsApp"), help_text=_("Boleh kosong."), max_length=20, required=False
    )
    password = forms.CharField(
        label=_("Kata sandi baru"),
        help_text=PASSWORD_RULES,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def __init__(self, *given: Any, email: str, **named: Any) -> None:
        """The form of an invited address."""
        super().__init__(*given, **named)
        self.email = email

    def clean_password(self) -> str:
        """A password that the rules allow."""
        password = str(self.cleaned_data["password"])
        validate_password(password, Person(email=self.email, name=self.data.get("name", "")))
        return password


class OwnForm(forms.Form):
    """What people say of themselves."""

    name = NameField()
    phone = TypedField(label=_("Nomor WhatsApp"), max_length=20, required=False)
    language = forms.ChoiceField(
        label=_("Bahasa"),
        help_text=_("Dipakai di halaman dan di surel untuk Anda."),
        choices=settings.LANGUAGES,
    )


def lines_for(region: Region, chosen: Sequence[str]) -> str:
    """A line without a name and an address for an operator of each chosen unit; one query."""
    ids = [number for number in map(whole, chosen) if number is not None]
    units = Unit.objects.filter(region=region, closed_on=None, pk__in=ids) if ids else ()
    return "\n".join(f"; ; {Role.OPERATOR.label}; {unit.name}" for unit in units)


def _read_line(line: str, region: Region, units: dict[str, Unit]) -> Wanted:
    cells = [cell.strip() for cell in line.split(";")]
    if not _CELLS - 1 <= len(cells) <= _CELLS:
        raise ValidationError(_("tulis nama; surel; peran; unit, dipisah titik koma."))
    name, email, role_text, unit_text = (*cells, "")[:_CELLS]
    role = role_names().get(role_text.lower())
    if not name or role is None:
        raise ValidationError(_("nama kosong atau perannya tidak dikenal."))
    try:
        validate_email(email)
    except ValidationError:
        raise ValidationError(_("alamat surelnya tidak lengkap.")) from None
    unit = units.get(unit_text.lower())
    if role in OF_A_UNIT and unit is None:
        raise ValidationError(_("unitnya tidak ditemukan."))
    own = unit if role in OF_A_UNIT else None
    return Wanted(email=email.lower(), name=name, role=role, region=region, unit=own)
