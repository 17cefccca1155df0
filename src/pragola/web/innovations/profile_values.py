"""Values of the profile form: what may be saved in a field of each kind."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from pragola.scoring.edition import Edition, FieldKind, ProfileField
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.texts import typed

TITLE = "nama"
"""The field that is also the innovation's title."""
MAIN_AFFAIR, TOUCHING_AFFAIRS = "urusan_utama", "urusan_beririsan"
STAGE, DESIGN = "tahapan", "rancang_bangun"
TRIAL, APPLIED, DEVELOPED = (
    "waktu_uji_coba",
    "waktu_penerapan_awal",
    "waktu_pengembangan_terbaru",
)

_LONGEST_LINE, _LONGEST_TEXT = 300, 50_000
_PLACES = 6
_LIMITS = (Decimal(90), Decimal(180))
"""Degrees of latitude and longitude."""

type Posted = Mapping[str, Sequence[str]]
"""What a form sent, by name; a field of parts sends one name a part, `rancang_bangun.0`."""


class FieldError(PragolaError):
    """A value that a field of the profile cannot hold."""


def field_of(edition: Edition, field_id: str) -> ProfileField:
    """The field of that id which holds a value of its own. Raises FieldError."""
    for field in edition.profile:
        if field.id == field_id and field.kind is not FieldKind.FILE:
            return field
    raise FieldError(Fault(code="field_unknown", found=field_id))


def choices_of(edition: Edition, field: ProfileField) -> tuple[str, ...]:
    """What can be chosen: the field's own choices, else the affairs of the edition."""
    if field.choices or field.kind not in (FieldKind.CHOICE, FieldKind.CHOICES):
        return field.choices
    return tuple(affair.name for affair in edition.affairs.value)


def empty_value(field: ProfileField) -> Jsonable:
    """The value of a field in which nothing stands."""
    if field.parts:
        return dict.fromkeys(field.parts, "")
    return [] if field.kind is FieldKind.CHOICES else ""


def typed_value(field: ProfileField, posted: Posted) -> Jsonable:
    """What a form sent for a field, unchecked, to be shown again."""
    if field.parts:
        return {
            part: _first(posted, f"{field.id}.{number}") for number, part in enumerate(field.parts)
        }
    if field.kind is FieldKind.CHOICES:
        return [each for each in posted.get(field.id, ()) if each]
    return _first(posted, field.id)


def posted_value(edition: Edition, field: ProfileField, posted: Posted) -> Jsonable:
    """The value that a form sent for a field, checked. Raises FieldError."""
    typed = typed_value(field, posted)
    if isinstance(typed, Mapping):
        parts = {part: str(text) for part, text in typed.items()}
        if field.kind is FieldKind.COORDINATES:
            return _coordinates(field, parts)
        return {part: _text(field, text) for part, text in parts.items()}
    if field.kind is FieldKind.CHOICES:
        return [_choice(edition, field, each) for each in posted.get(field.id, ()) if each]
    return _single(edition, field, str(typed))


def is_empty(value: Jsonable) -> bool:
    """Whether nothing stands in it."""
    if isinstance(value, Mapping):
        return not any(value.values())
    return not value


def is_complete(value: Jsonable) -> bool:
    """Whether everything that is asked for stands in it: every part of a field of parts."""
    if isinstance(value, Mapping):
        return all(value.values())
    return bool(value)


def words_in(value: Jsonable) -> int:
    """How many words a text has, in all of its parts."""
    texts = value.values() if isinstance(value, Mapping) else [value]
    return sum(len(str(text).split()) for text in texts if text)


def as_words(value: Jsonable) -> str:
    """The value as one text, for people to compare."""
    if isinstance(value, Mapping):
        return "\n\n".join(f"{part}: {text}" for part, text in value.items() if text)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(str(each) for each in value)
    return str(value or "")


def _first(posted: Posted, name: str) -> str:
    sent = posted.get(name, ())
    return typed(sent[0]) if sent else ""


def _single(edition: Edition, field: ProfileField, text: str) -> str:
    if not text:
        return ""
    if field.kind is FieldKind.CHOICE:
        return _choice(edition, field, text)
    if field.kind is FieldKind.DATE:
        return _day(field, text)
    return _text(field, text)


def _choice(edition: Edition, field: ProfileField, text: str) -> str:
    if text not in choices_of(edition, field):
        raise _error("field_choice_unknown", field, found=text)
    return text


def _day(field: ProfileField, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise _error("field_date_bad", field, found=text) from None


def _text(field: ProfileField, text: str) -> str:
    longest = _LONGEST_LINE if field.kind is FieldKind.TEXT else _LONGEST_TEXT
    if len(text) > longest:
        raise _error("field_too_long", field, found=str(len(text)), expected=str(longest))
    return text


def _coordinates(field: ProfileField, parts: Mapping[str, str]) -> dict[str, str]:
    return {
        part: _degrees(field, text, limit) if text else ""
        for (part, text), limit in zip(parts.items(), _LIMITS, strict=True)
    }


def _degrees(field: ProfileField, text: str, limit: Decimal) -> str:
    try:
        degrees = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise _error("field_coordinates_bad", field, found=text) from None
    if not degrees.is_finite() or abs(degrees) > limit:
        raise _error("field_coordinates_bad", field, found=text)
    return format(round(degrees, _PLACES), "f")


def _error(code: str, field: ProfileField, *, found: str, expected: str = "") -> FieldError:
    return FieldError(Fault(code=code, place=field.label, found=found, expected=expected))
