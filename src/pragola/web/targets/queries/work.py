"""What raising claims takes here: the usual efforts, marked as ours, and the region's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from pragola.planning.catalogue import Catalogue, load_catalogue
from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Assessment
from pragola.web.shared.times import moment
from pragola.web.targets.models import Hands, OwnEffort
from pragola.web.targets.queries.lines import days
from pragola.web.targets.queries.names import Names
from pragola.wording import Language
from pragola.wording.dates import show_date


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualLine:
    """An indicator's efforts by level; a text where a level cannot be made up."""

    about: str
    steps: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLine:
    """A figure of the region itself, for what and for whom, and who said so."""

    id: int
    about: str
    whose: str
    effort: str
    saved: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPage:
    """All that plans take efforts and hands from."""

    usual: tuple[UsualLine, ...]
    together: tuple[tuple[str, str, int, str], ...]
    entering: str
    note: str
    own: tuple[OwnLine, ...]
    hands: tuple[OwnLine, ...]


def work_page(assessment: Assessment, names: Names, language: Language) -> WorkPage:
    """The page; two queries."""
    catalogue = load_catalogue(load_edition(assessment.edition))
    zone = ZoneInfo(assessment.region.time_zone)
    efforts = OwnEffort.objects.filter(assessment=assessment).select_related("saved_by")
    hands = Hands.objects.filter(assessment=assessment).select_related("saved_by", "unit")
    return WorkPage(
        usual=tuple(_usual(catalogue, names, language)),
        together=tuple(
            (each.titles[language.value], days(each.effort, language), each.days, each.id)
            for each in catalogue.templates
        ),
        entering=days(catalogue.entering.effort or Decimal(0), language),
        note=catalogue.note,
        own=tuple(_own(each, names, zone, language) for each in efforts),
        hands=tuple(_hands(each, names, zone, language) for each in hands),
    )


def _usual(catalogue: Catalogue, names: Names, language: Language) -> Iterator[UsualLine]:
    codes: dict[str, list[tuple[int, str, str]]] = {}
    for (code, level), step in catalogue.steps.items():
        told = "" if step.effort is None else days(step.effort, language)
        why = catalogue.past.get((code, level), "")
        codes.setdefault(code, []).append((level, told, why))
    for code, steps in codes.items():
        yield UsualLine(about=names.indicator(code), steps=tuple(steps))


def _own(row: OwnEffort, names: Names, zone: ZoneInfo, language: Language) -> OwnLine:
    step = f"{names.indicator(row.indicator)} → {row.level}"
    return OwnLine(
        id=row.pk,
        about=names.waited_for(row.collective) if row.collective else step,
        whose=names.entry(row.entry_id) if row.entry_id else _whose(row.unit_id, names),
        effort=_("tidak mungkin") if row.effort is None else days(row.effort, language),
        saved=moment(row.saved_at, zone, language, who=row.saved_by),
    )


def _whose(unit: int | None, names: Names) -> str:
    return names.unit(unit) if unit else _("di mana pun")


def _hands(row: Hands, names: Names, zone: ZoneInfo, language: Language) -> OwnLine:
    return OwnLine(
        id=row.pk,
        about=names.unit(row.unit_id),
        whose=show_date(row.until, language) if row.until else _("sampai akhir pekerjaan"),
        effort=days(row.days, language),
        saved=moment(row.saved_at, zone, language, who=row.saved_by),
    )
