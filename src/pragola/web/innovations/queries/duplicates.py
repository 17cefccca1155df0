"""Innovations of the same government that look like one that somebody is about to begin."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Subquery
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from pragola.web.innovations.models import Assessment, Entry, EntryState, FieldValue, Innovation
from pragola.web.innovations.profile_values import DESIGN, as_words
from pragola.web.regions.models import Region, Unit
from pragola.web.shared.audit import Author

_ALIKE_TITLES = 75
"""Of 100. Titles that share three words of four, in any order, reach it; `Antrean Daring` and
`Posyandu Keliling` stay far below. A text is compared only where somebody wrote one."""
_ALIKE_TEXTS = 80
_MOST_SHOWN = 5
_A_MOMENT = timedelta(minutes=1)
_FEW_TITLES = 10
"""Among more titles than these, a word that half of them bear tells nothing apart."""


@dataclass(frozen=True, slots=True)
class LikelyEntry:
    """A year in which it was entered, and how far it has come in it."""

    id: int
    year: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """An innovation that may be the same; `alike` is 0 to 100, `by_text` what was compared."""

    innovation: int
    title: str
    unit: str
    unit_id: int
    entries: tuple[LikelyEntry, ...]
    alike: int
    by_text: bool


def likely_duplicates(region: Region, *, title: str, text: str = "") -> tuple[Likely, ...]:
    """The innovations most like it by title or text, the likest first; two queries."""
    found = [*_alike(region, title, text)]
    return tuple(sorted(found, key=lambda each: -each.alike)[:_MOST_SHOWN])


def _alike(region: Region, title: str, text: str) -> Iterator[Likely]:
    entered = _entered(region)
    design = FieldValue.objects.filter(entry__innovation=OuterRef("pk"), field=DESIGN)
    newest = Subquery(design.order_by("-entry").values("value")[:1])
    known = Innovation.objects.filter(region=region).select_related("unit").annotate(design=newest)
    common = _said_by_most(each.title for each in known)
    wanted, told = _telling(title, common), default_process(text)
    for each in known:
        by_title = fuzz.token_set_ratio(wanted, _telling(each.title, common))
        by_text = fuzz.token_set_ratio(told, default_process(as_words(each.design))) if told else 0
        if by_title >= _ALIKE_TITLES or by_text >= _ALIKE_TEXTS:
            yield Likely(
                innovation=each.pk,
                title=each.title,
                unit=each.unit.name,
                unit_id=each.unit_id,
                entries=entered.get(each.pk, ()),
                alike=round(max(by_title, by_text)),
                by_text=by_text > by_title,
            )


def _entered(region: Region) -> Mapping[int, tuple[LikelyEntry, ...]]:
    found: dict[int, tuple[LikelyEntry, ...]] = {}
    rows = Entry.objects.filter(innovation__region=region).order_by("assessment__edition")
    for pk, innovation, year, state in rows.values_list(
        "pk", "innovation", "assessment__edition", "state"
    ):
        entry = LikelyEntry(pk, year, str(EntryState(state).label))
        found[innovation] = (*found.get(innovation, ()), entry)
    return found


def _said_by_most(titles: Iterable[str]) -> frozenset[str]:
    """Words that tell nothing, as `inovasi` where every title begins with it."""
    words = [set(default_process(title).split()) for title in titles]
    if len(words) <= _FEW_TITLES:
        return frozenset()
    borne = Counter(word for each in words for word in each)
    return frozenset(word for word, number in borne.items() if number * 2 >= len(words))


def _telling(title: str, common: frozenset[str]) -> str:
    words = default_process(title).split()
    return " ".join(word for word in words if word not in common) or " ".join(words)


def begun_just_now(
    unit: Unit, *, title: str, assessment: Assessment, by: Author, now: datetime
) -> Entry | None:
    """The innovation of that very title that the same person began a moment ago; one query."""
    if by.person is None:
        return None
    return Entry.objects.filter(
        innovation__unit=unit,
        innovation__title=title,
        innovation__begun_by=by.person.pk,
        innovation__begun_at__gt=now - _A_MOMENT,
        assessment=assessment,
    ).first()
