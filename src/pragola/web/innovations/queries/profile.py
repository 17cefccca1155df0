"""The profile form of an entry, field by field as its edition says."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition, FieldKind, ProfileField
from pragola.web.innovations.eligibility import Hint, hints_of
from pragola.web.innovations.models import Entry, FieldValue
from pragola.web.innovations.profile_values import (
    DESIGN,
    as_words,
    choices_of,
    empty_value,
    words_in,
)
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.provenance import Rest, rest_of
from pragola.web.shared.times import moment
from pragola.wording import Language

_SECTIONS: tuple[tuple[str | Promise, frozenset[FieldKind]], ...] = (
    (_("Pokok"), frozenset({FieldKind.TEXT, FieldKind.CHOICE, FieldKind.CHOICES})),
    (_("Waktu"), frozenset({FieldKind.DATE})),
    (_("Tempat"), frozenset({FieldKind.COORDINATES})),
    (_("Uraian"), frozenset({FieldKind.LONG_TEXT})),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a field: its name in the form, its label, what stands in it."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A choice of a field."""

    value: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldPart:
    """A field of the profile as its form shows it; `saved` is empty where nothing was saved.

    `reason` says why it was returned, `hints` why it would not be assessed as it stands.
    `words` is the number of words and `words_needed` how many there must be, 0 for any number.
    """

    id: str
    label: str
    kind: str
    required: bool
    note: str
    rest: Rest
    value: str
    parts: tuple[Part, ...]
    choices: tuple[FieldChoice, ...]
    revision: int
    renew: bool
    saved: str
    shown: str
    words: int
    words_needed: int
    words_rest: Rest | None
    reason: str
    hints: tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together."""

    title: str
    fields: tuple[FieldPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What the fields of an entry are shown with."""

    edition: Edition
    language: Language
    zone: ZoneInfo
    rows: Mapping[str, FieldValue]
    reasons: Mapping[str, str]
    typed: Mapping[str, Jsonable]
    hints: tuple[Hint, ...]


def profile_sections(
    entry: Entry,
    language: Language,
    *,
    reasons: Mapping[str, str] = MappingProxyType({}),
    typed: Mapping[str, Jsonable] = MappingProxyType({}),
) -> tuple[Section, ...]:
    """The form of an entry in sections, without what is attached; one query.

    By field: the `reasons` of a return, and what was `typed` and could not be saved.
    """
    parts = _parts_of(entry, language, reasons, typed)
    sections = (
        Section(str(title), tuple(part for part in parts if FieldKind(part.kind) in kinds))
        for title, kinds in _SECTIONS
    )
    return tuple(section for section in sections if section.fields)


def some_fields(entry: Entry, ids: Collection[str], language: Language) -> tuple[FieldPart, ...]:
    """These fields of an entry's form; one query."""
    return tuple(part for part in _parts_of(entry, language, {}, {}) if part.id in ids)


def _parts_of(
    entry: Entry, language: Language, reasons: Mapping[str, str], typed: Mapping[str, Jsonable]
) -> tuple[FieldPart, ...]:
    edition = load_edition(entry.assessment.edition)
    rows = {row.field: row for row in entry.fields.select_related("saved_by")}
    reading = _Reading(
        edition=edition,
        language=language,
        zone=ZoneInfo(entry.assessment.region.time_zone),
        rows=rows,
        reasons=reasons,
        typed=typed,
        hints=hints_of(edition, {field: row.value for field, row in rows.items()}, language),
    )
    return tuple(_part(reading, field) for field in edition.profile)


def _part(reading: _Reading, field: ProfileField) -> FieldPart:
    edition, row = reading.edition, reading.rows.get(field.id)
    value = reading.typed.get(field.id, row.value if row else empty_value(field))
    needed = edition.eligibility.min_words if field.id == DESIGN else None
    return FieldPart(
        id=field.id,
        label=field.label,
        kind=field.kind,
        required=field.required,
        note=field.note,
        rest=rest_of(edition, field.provenance, reading.language),
        value=value if isinstance(value, str) else "",
        parts=tuple(_parts(field, value)),
        choices=tuple(_choices(edition, field, value)),
        revision=row.revision if row else 0,
        renew=bool(row and row.renew),
        saved=_saved(reading, row),
        shown=as_words(value),
        words=words_in(value) if field.id == DESIGN else 0,
        words_needed=needed.value if needed else 0,
        words_rest=rest_of(edition, needed.provenance, reading.language) if needed else None,
        reason=reading.reasons.get(field.id, ""),
        hints=tuple(hint for hint in reading.hints if hint.field == field.id),
    )


def _saved(reading: _Reading, row: FieldValue | None) -> str:
    if not row:
        return ""
    return moment(row.saved_at, reading.zone, reading.language, who=row.saved_by)


def _parts(field: ProfileField, value: Jsonable) -> Iterator[Part]:
    given = value if isinstance(value, Mapping) else {}
    for number, label in enumerate(field.parts):
        yield Part(f"{field.id}.{number}", label, str(given.get(label, "")))


def _choices(edition: Edition, field: ProfileField, value: Jsonable) -> Iterator[FieldChoice]:
    chosen = value if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    for choice in choices_of(edition, field):
        yield FieldChoice(choice, choice in chosen)
