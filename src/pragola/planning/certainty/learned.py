"""What a region has learned of its claims: verdicts on claims like them, what inspection saw."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from pragola.planning.catalogue.catalogue import Seen
from pragola.planning.certainty.shares import Interval, expected_share, wilson
from pragola.scoring.answers import Answers
from pragola.scoring.edition import Edition
from pragola.scoring.measure import read_claim

type ClaimRow = tuple[str, str]
"""A claim by innovation and indicator."""

ENOUGH = 10
"""So many verdicts say more than a prior. Ours."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Of `cases` claims that were judged so many were `accepted` at the level claimed."""

    accepted: int
    cases: int

    @property
    def chance(self) -> Fraction:
        """The share to be expected of the next claim."""
        return expected_share(self.accepted, self.cases)

    @property
    def interval(self) -> Interval:
        """Where the true share lies in 95 of 100 cases."""
        return wilson(self.accepted, self.cases)

    @property
    def enough(self) -> bool:
        """Whether a chance may rest on them."""
        return self.cases >= ENOUGH


@dataclass(frozen=True, slots=True)
class Alike:
    """Claims that were judged alike: of an indicator, of what inspection saw, or of both."""

    indicator: str | None = None
    seen: Seen | None = None


@dataclass(frozen=True, slots=True)
class Inspected:
    """What inspection saw of a claim while it stood at `level`; a raised one has other proofs."""

    level: int
    seen: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """All that was learned; what is not there was not learned.

    `verdicts` of an indicator (`Alike("SID-01")`) count all of it; those that also name what
    inspection saw (`Alike("SID-01", Seen.DOUBTFUL)`, `Alike(seen=Seen.DOUBTFUL)`) are a part.
    """

    verdicts: Mapping[Alike, Verdicts] = field(default_factory=dict)
    inspected: Mapping[ClaimRow, Inspected] = field(default_factory=dict)

    def enough_of(self, alike: Alike) -> Verdicts | None:
        """The verdicts on claims like that, where there are enough."""
        verdicts = self.verdicts.get(alike)
        return verdicts if verdicts is not None and verdicts.enough else None

    def seen_in(self, row: ClaimRow, level: int | None) -> Seen | None:
        """What inspection saw of the claim at that level; None: at the level it stands at."""
        inspected = self.inspected.get(row)
        if inspected is None or level not in (None, inspected.level):
            return None
        return inspected.seen


def nothing_learned() -> Learned:
    """No verdicts and no inspection."""
    return Learned()


def learned_from(edition: Edition, answers: Answers) -> Learned:
    """What the verdicts that stand in the answers teach of the other claims."""
    cases, accepted = Counter[str](), Counter[str]()
    for indicator, as_claimed in _judged(edition, answers):
        cases[indicator] += 1
        accepted[indicator] += as_claimed
    return Learned(
        verdicts={Alike(code): Verdicts(accepted[code], number) for code, number in cases.items()}
    )


def _judged(edition: Edition, answers: Answers) -> Iterator[tuple[str, bool]]:
    """Every verdict on a claim of some level, and whether it left the claim as it was."""
    for innovation in answers.innovations:
        for indicator in edition.sid_indicators:
            claim = innovation.claims.get(indicator.code)
            verdict = innovation.verdicts.get(indicator.code)
            level = 0 if claim is None else read_claim(indicator, claim)[0]
            if verdict is not None and level:
                yield indicator.code, verdict >= level
