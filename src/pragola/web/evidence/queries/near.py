"""What is nearly the same as a file or an innovation, among all there are."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from pragola.inspection.likeness.bands import looked_up_by
from pragola.inspection.likeness.comparing import (
    ALIKE_PICTURES,
    ALIKE_SKETCHES,
    ALIKE_TEXTS,
    likeness_of_pictures,
    likeness_of_sketches,
    likeness_of_texts,
    same_photo,
)
from pragola.web.evidence.models import Band, How, Likeness, Sketch
from pragola.web.evidence.queries.texts import texts_of_files, texts_of_innovations

_MOST_READ = 20
"""Texts that are compared word by word for one lookup, the likest by their sketches."""
_MOST_PAIRS = 20
"""Pairs that one lookup finds, the likest first: whoever looks at twenty sees what goes on."""


@dataclass(frozen=True, slots=True)
class Near:
    """The key of another thing that is nearly the same, by what, and how much: 0 to 1.

    `own_page` and `page` are where in this and in the other a photograph stands that is the same.
    """

    key: str | int
    how: How
    likeness: Decimal
    own_page: int | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """Another thing that may be nearly the same, and its fingerprints."""

    key: str | int
    prints: Mapping[str, str]


def near_to(sketch: Sketch) -> Sequence[Near]:
    """What is nearly the same, the likest first; at most six queries, however much there is."""
    others = candidates(sketch)
    found = {near.key: near for near in _by_photo(sketch, others)}
    found |= {near.key: near for near in _by_text(sketch, others)}
    found |= {near.key: near for near in _by_picture(sketch, others)}
    return sorted(found.values(), key=lambda near: (-near.likeness, str(near.key)))[:_MOST_PAIRS]


def candidates(sketch: Sketch) -> Sequence[Other]:
    """Those that share a key with it, and those it was paired with before."""
    sort = "file" if sketch.file_id else "innovation"
    others = Sketch.objects.filter(**{f"{sort}__isnull": False}).exclude(pk=sketch.pk)
    shared = Band.objects.filter(key__in=sorted(looked_up_by(sketch.prints))).values("sketch")
    rows = {
        **dict(others.filter(pk__in=shared).order_by().values_list(sort, "prints")),
        **dict(others.filter(**{f"{sort}__in": _partners(sketch)}).values_list(sort, "prints")),
    }
    return [Other(key, prints) for key, prints in rows.items()]


def _partners(sketch: Sketch) -> Collection[str | int]:
    one, other, key = (
        ("one_file", "other_file", sketch.file_id)
        if sketch.file_id
        else ("one_innovation", "other_innovation", sketch.innovation_id)
    )
    rows = Likeness.objects.filter(Q(**{one: key}) | Q(**{other: key}))
    return {end for row in rows.values_list(one, other) for end in row} - {key}


def _by_picture(sketch: Sketch, others: Sequence[Other]) -> Iterator[Near]:
    for other in others:
        likeness = likeness_of_pictures(sketch.prints, other.prints)
        if likeness >= ALIKE_PICTURES:
            yield Near(other.key, How.PICTURE, likeness)


def _by_photo(sketch: Sketch, others: Sequence[Other]) -> Iterator[Near]:
    for other in others:
        if same := same_photo(sketch.prints, other.prints):
            yield Near(other.key, How.PHOTO, same.likeness, same.one, same.other)


def _by_text(sketch: Sketch, others: Sequence[Other]) -> Iterator[Near]:
    guessed = [(likeness_of_sketches(sketch.prints, each.prints), each) for each in others]
    worth = [pair for pair in guessed if pair[0] >= ALIKE_SKETCHES]
    worth.sort(key=lambda pair: -pair[0])
    read = [other.key for _guess, other in worth[:_MOST_READ]]
    if not read:
        return
    own = sketch.file_id or sketch.innovation_id or 0
    texts = _texts(sketch, [own, *read])
    how = How.TEXT if sketch.file_id else How.INNOVATION
    for key in read:
        likeness = likeness_of_texts(texts.get(own, ""), texts.get(key, ""))
        if likeness >= ALIKE_TEXTS:
            yield Near(key, how, likeness)


def _texts(sketch: Sketch, keys: Sequence[str | int]) -> Mapping[str | int, str]:
    if sketch.file_id:
        return dict(texts_of_files([str(key) for key in keys]).items())
    return dict(texts_of_innovations([int(key) for key in keys]).items())
