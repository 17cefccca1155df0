"""Files that are alike among a few: each is looked up among all by its keys."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pragola.inspection.likeness.bands import kept_under, looked_up_by
from pragola.inspection.likeness.comparing import (
    ALIKE_PICTURES,
    ALIKE_SKETCHES,
    ALIKE_TEXTS,
    SamePhoto,
    likeness_of_pictures,
    likeness_of_sketches,
    likeness_of_texts,
    same_photo,
)
from pragola.inspection.report import Report


@dataclass(frozen=True, slots=True)
class Seen:
    """A file by its content: the digest of its bytes, and the report on it."""

    sha256: str
    report: Report

    @property
    def text(self) -> str:
        """All of its pages."""
        return "\n".join(page.text for page in self.report.pages)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two files by their place among the others, and how much they are alike, from 0 to 1.

    `photo` where it is a photograph in them that is the same, and not the files.
    """

    one: int
    other: int
    likeness: Decimal
    photo: SamePhoto | None = None


def alike_among(files: Sequence[Seen]) -> Iterator[Pair]:
    """Every two that are the same or nearly, in their order."""
    kept = _kept(files)
    for one, file in enumerate(files):
        near = {place for key in _looked_up_by(file) for place in kept.get(key, ())}
        for other in sorted(place for place in near if place > one):
            likeness = _likeness(file, files[other])
            photo = same_photo(file.report.likeness, files[other].report.likeness)
            if likeness is not None:
                yield Pair(one, other, likeness)
            elif photo:
                yield Pair(one, other, photo.likeness, photo)


def _kept(files: Sequence[Seen]) -> Mapping[int | str, list[int]]:
    kept: dict[int | str, list[int]] = defaultdict(list)
    for place, file in enumerate(files):
        kept[file.sha256].append(place)
        for key in kept_under(file.report.likeness):
            kept[key].append(place)
    return kept


def _looked_up_by(file: Seen) -> Iterator[int | str]:
    yield file.sha256
    yield from looked_up_by(file.report.likeness)


def _likeness(one: Seen, other: Seen) -> Decimal | None:
    """How much they are alike; None where they are not to be taken for the same."""
    if one.sha256 == other.sha256:
        return Decimal(1)
    mine, theirs = one.report.likeness, other.report.likeness
    if (pictures := likeness_of_pictures(mine, theirs)) >= ALIKE_PICTURES:
        return pictures
    if likeness_of_sketches(mine, theirs) < ALIKE_SKETCHES:
        return None
    texts = likeness_of_texts(one.text, other.text)
    return texts if texts >= ALIKE_TEXTS else None
