"""What the edition says an innovation must be to be assessed, as calm notes at its fields."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pragola.scoring.edition import DateWindow, Edition, Sourced
from pragola.web.innovations.profile_values import APPLIED, DEVELOPED, STAGE
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.provenance import Rest, rest_of
from pragola.wording import Language
from pragola.wording.dates import show_date


@dataclass(frozen=True, slots=True)
class Hint:
    """Why an innovation would not be assessed as it stands, at a field; and what it rests on."""

    field: str
    text: str
    rest: Rest


def hints_of(
    edition: Edition, values: Mapping[str, Jsonable], language: Language
) -> tuple[Hint, ...]:
    """What to look at in these values of the profile, by field."""
    return (*_stage(edition, values, language), *_window(edition, values, language))


def _stage(edition: Edition, values: Mapping[str, Jsonable], language: Language) -> Iterator[Hint]:
    stages, stage = edition.eligibility.stages, values.get(STAGE)
    if stages and stage and stage not in stages.value:
        told = _("Menurut pedoman ini yang dinilai hanya tahap %(stages)s.")
        text = told % {"stages": ", ".join(stages.value)}
        yield Hint(STAGE, text, rest_of(edition, stages.provenance, language))


def _window(edition: Edition, values: Mapping[str, Jsonable], language: Language) -> Iterator[Hint]:
    rule, applied = edition.eligibility.applied, _day(values.get(APPLIED))
    if not rule or not applied:
        return
    developed = _day(values.get(DEVELOPED))
    if applied > rule.value.last:
        told = _("Terlalu baru untuk tahun ini: yang dinilai diterapkan %(first)s sampai %(last)s.")
        yield _dated(APPLIED, told, edition, rule, language)
    elif applied < rule.value.first and not developed:
        told = _("Isi: penerapan pertamanya mendahului rentang %(first)s sampai %(last)s.")
        yield _dated(DEVELOPED, told, edition, rule, language)
    elif applied < rule.value.first and developed and not _inside(rule.value, developed):
        told = _("Di luar rentang %(first)s sampai %(last)s, begitu pula penerapan pertamanya.")
        yield _dated(DEVELOPED, told, edition, rule, language)


def _dated(
    field: str, told: str, edition: Edition, rule: Sourced[DateWindow], language: Language
) -> Hint:
    days = {
        "first": show_date(rule.value.first, language),
        "last": show_date(rule.value.last, language),
    }
    return Hint(field, told % days, rest_of(edition, rule.provenance, language))


def _inside(window: DateWindow, day: date) -> bool:
    return window.first <= day <= window.last


def _day(value: Jsonable) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else None
