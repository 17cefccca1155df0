"""A pair of alike things as somebody may see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pragola.web.evidence.models import How, Likeness, LikenessSide
from pragola.web.regions.models import Role
from pragola.web.regions.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkPlace:
    """For whom somebody may say that a pair is no matter: a government, or None for the nation."""

    region: str | None
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedLikeness:
    """A pair with its sides; `seen` are those whose content is theirs to see, `readable` those
    whose entries they may open too. `place` is where their word about it counts, if anywhere.
    """

    likeness: Likeness
    standing: Standing
    sides: Sequence[LikenessSide]
    seen: frozenset[int]
    readable: frozenset[int]
    place: MarkPlace | None

    @property
    def one(self) -> Sequence[LikenessSide]:
        """The innovations of the one side; of a file shared by several, the first that is seen."""
        if self.likeness.how == How.SAME:
            return self._seen_first()[:1]
        return [side for side in self.sides if side.of_one]

    @property
    def other(self) -> Sequence[LikenessSide]:
        """The innovations of the other side; of a file shared by several, all the others."""
        if self.likeness.how == How.SAME:
            return self._seen_first()[1:]
        return [side for side in self.sides if side.of_other]

    def _seen_first(self) -> Sequence[LikenessSide]:
        return sorted(self.sides, key=lambda side: side.innovation_id not in self.seen)


def is_within(sides: Sequence[LikenessSide], region: str) -> bool:
    """Whether the pair is one among the innovations of that government alone, too."""
    own = [side for side in sides if side.innovation.region_id == region]
    return len(own) > 1 and any(s.of_one for s in own) and any(s.of_other for s in own)
