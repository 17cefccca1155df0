"""What a use of evidence has in common with other innovations, as far as the reader may know."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Any

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from pragola.inspection.findings import Finding, Severity
from pragola.inspection.likeness.sharing import Kind, sharing_finding
from pragola.web.evidence.models import Likeness, LikenessMark, LikenessSide, Use
from pragola.web.innovations.models import Entry, Innovation
from pragola.wording import Language, say

_MOST_TOLD = 3
_NEEDED = ("evidence", "entry__innovation")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A pair that a use belongs to, in words; `marked` where somebody found nothing wrong, `page`
    where a photograph in it is the same."""

    likeness: int
    severity: str
    words: str
    marked: bool
    page: int | None = None


def alike_of(
    uses: Iterable[Use], readable: Q, language: Language
) -> Mapping[int, tuple[Alike, ...]]:
    """By use, the gravest pairs its file belongs to; at most four queries for all of them.

    `readable` is the condition that an innovation is the reader's to read. What is not is told
    only as one of another unit, or of another government.
    """
    used = [use for use in uses if use.evidence.file_id]
    pairs = _pairs({str(use.evidence.file_id) for use in used})
    sides = {side.innovation_id for of_file in pairs.values() for p in of_file for side in _of(p)}
    named = _named(sides, readable)
    told = {use.pk: _told(use, pairs[str(use.evidence.file_id)], named, language) for use in used}
    return {key: found for key, found in told.items() if found}


def alike_in_entry(
    entry: Entry, readable: Q, language: Language
) -> Mapping[int, tuple[Alike, ...]]:
    """By use, for all that proves an entry now; at most five queries."""
    uses = Use.objects.filter(entry=entry, removed_at=None)
    return alike_of(uses.select_related(*_NEEDED), readable, language)


def alike_in_uses(
    uses: Collection[int], readable: Q, language: Language
) -> Mapping[int, tuple[Alike, ...]]:
    """By use, for these; at most five queries."""
    found = Use.objects.filter(pk__in=uses).select_related(*_NEEDED)
    return alike_of(found, readable, language)


def alike_innovations(innovation: Innovation, readable: Q, language: Language) -> tuple[Alike, ...]:
    """The gravest pairs of an innovation with others described nearly the same; four queries."""
    pairs = Likeness.objects.filter(
        Q(one_innovation=innovation) | Q(other_innovation=innovation), innovations__gt=1
    ).prefetch_related(*_with_sides())[:_MOST_TOLD]
    sides = {side.innovation_id for pair in pairs for side in _of(pair)}
    named = _named(sides, readable)
    return tuple(_alike_innovation(pair, innovation, named, language) for pair in pairs)


def _alike_innovation(
    pair: Likeness, innovation: Innovation, named: Collection[int], language: Language
) -> Alike:
    region = innovation.region_id
    others = [side for side in _of(pair) if side.innovation_id != innovation.pk]
    at_home = any(side.innovation.region_id == region for side in others)
    found = Finding(
        code="likeness_of_innovations" if at_home else "likeness_of_innovations_abroad",
        severity=Severity.DOUBTFUL if at_home else Severity.INFO,
        check="likeness",
        facts=(
            ("percent", pair.percent),
            ("other", others_in_words(others, named, region=region)),
        ),
    )
    marked = any(mark.region_id in (region, None) for mark in pair.marks.all())
    severity = Severity.INFO if marked else found.severity
    return Alike(
        likeness=pair.pk, severity=severity.value, words=say(found, language), marked=marked
    )


def others_in_words(sides: Sequence[LikenessSide], named: Collection[int], *, region: str) -> str:
    """Whose it is: by name where the reader may know it, else only from where."""
    titles = [side.innovation.title for side in sides if side.innovation_id in named]
    more = len(sides) - 1
    if titles:
        first = f"“{titles[0]}”"
    elif any(side.innovation.region_id == region for side in sides):
        first = _("inovasi unit lain")
    else:
        first = _("inovasi di daerah lain")
    if not more:
        return first
    return _("%(first)s dan %(number)s lainnya") % {"first": first, "number": more}


def _pairs(files: Collection[str]) -> Mapping[str, list[Likeness]]:
    rows = Likeness.objects.filter(
        Q(one_file__in=files) | Q(other_file__in=files), innovations__gt=1
    ).prefetch_related(*_with_sides())
    found: dict[str, list[Likeness]] = defaultdict(list)
    for row in rows:
        for file in {row.one_file_id, row.other_file_id} & {*files}:
            found[str(file)].append(row)
    return found


def _with_sides() -> tuple[Any, ...]:
    return (
        Prefetch("sides", LikenessSide.objects.select_related("innovation")),
        Prefetch("marks", LikenessMark.objects.filter(ended_at=None)),
    )


def _of(pair: Likeness) -> Sequence[LikenessSide]:
    return list(pair.sides.all())


def _named(innovations: Collection[int], readable: Q) -> frozenset[int]:
    if not innovations:
        return frozenset()
    found = Innovation.objects.filter(readable, pk__in=innovations).order_by()
    return frozenset(found.values_list("pk", flat=True))


def _told(
    use: Use, pairs: Sequence[Likeness], named: Collection[int], language: Language
) -> tuple[Alike, ...]:
    told = (
        _alike(pair, others, named, use=use, language=language)
        for pair in pairs
        if (others := _others(pair, str(use.evidence.file_id), use.entry.innovation_id))
    )
    return tuple(islice(told, _MOST_TOLD))


def _alike(
    pair: Likeness,
    others: Sequence[LikenessSide],
    named: Collection[int],
    *,
    use: Use,
    language: Language,
) -> Alike:
    region = use.entry.innovation.region_id
    marked = any(mark.region_id in (region, None) for mark in pair.marks.all())
    other = others_in_words(others, named, region=region)
    likeness = pair.percent / _HUNDRED
    from_one = pair.one_file_id == use.evidence.file_id
    page = pair.one_page if from_one else pair.other_page
    found = sharing_finding(Kind(pair.kind), likeness=likeness, other=other, page=page)
    severity = Severity.INFO if marked else found.severity
    return Alike(
        likeness=pair.pk,
        severity=severity.value,
        words=say(found, language),
        marked=marked,
        page=page,
    )


def _others(pair: Likeness, file: str, own: int) -> Sequence[LikenessSide]:
    """Whose the other file is, without the innovation itself: its own, year after year, is fine."""
    from_one = pair.one_file_id == file
    return [
        side
        for side in _of(pair)
        if side.innovation_id != own and (side.of_other if from_one else side.of_one)
    ]
