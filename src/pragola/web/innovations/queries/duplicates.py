"""Innovations of the same government that look like one that somebody is about to begin."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from pragola.web.innovations.models import Entry, FieldValue, Innovation
from pragola.web.innovations.profile_values import DESIGN, as_words
from pragola.web.regions.models import Region

_ALIKE_TITLES = 75
"""Of 100. Titles that share three words of four, in any order, reach it; `Antrean Daring` and
`Posyandu Keliling` stay far below. A text is compared only where somebody wrote one."""
_ALIKE_TEXTS = 80
_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """An innovation that may be the same; `alike` is 0 to 100, `by_text` what was compared."""

    innovation: int
    title: str
    unit: str
    years: str
    alike: int
    by_text: bool


def likely_duplicates(region: Region, *, title: str, text: str = "") -> tuple[Likely, ...]:
    """The innovations most like it by title or text, the likest first; two queries."""
    found = [*_alike(region, title, text)]
    return tuple(sorted(found, key=lambda each: -each.alike)[:_MOST_SHOWN])


def _alike(region: Region, title: str, text: str) -> Iterator[Likely]:
    wanted, told = default_process(title), default_process(text)
    years: dict[int, list[str]] = {}
    entered = Entry.objects.filter(innovation__region=region).order_by("assessment__edition")
    for innovation, year in entered.values_list("innovation", "assessment__edition"):
        years.setdefault(innovation, []).append(year)
    design = FieldValue.objects.filter(entry__innovation=OuterRef("pk"), field=DESIGN)
    known = Innovation.objects.filter(region=region).select_related("unit")
    for each in known.annotate(design=Subquery(design.order_by("-entry").values("value")[:1])):
        by_title = fuzz.token_set_ratio(wanted, default_process(each.title))
        by_text = fuzz.token_set_ratio(told, default_process(as_words(each.design))) if told else 0
        if by_title >= _ALIKE_TITLES or by_text >= _ALIKE_TEXTS:
            yield Likely(
                innovation=each.pk,
                title=each.title,
                unit=each.unit.name,
                years=", ".join(years.get(each.pk, [])),
                alike=round(max(by_title, by_text)),
                by_text=by_text > by_title,
            )
