"""One verdict on a piece of evidence, given to other claims that rest on it, or taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.models import Claim
from pragola.web.regions.models import Person
from pragola.web.review.actions.judging import Ruling, judge_claim, withdraw_verdict
from pragola.web.review.models import Verdict
from pragola.web.review.queries.offers import level_along
from pragola.web.review.queries.standing import claimed_level


@dataclass(frozen=True, slots=True)
class GivenAlong:
    """How many claims got the verdict too, and why others did not."""

    given: int
    refused: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The claims that wait again, and why others do not."""

    claims: tuple[Claim, ...]
    refused: tuple[Fault, ...]


def give_along(
    verdict: Verdict, chosen: Mapping[int, str], *, by: Person, at: datetime
) -> GivenAlong:
    """Give each chosen claim the same verdict, as it was seen; each stands by itself.

    `chosen` are the claims with what their page proved of them.
    """
    claims = Claim.objects.select_related("entry__assessment").filter(
        pk__in=chosen, indicator=verdict.claim.indicator
    )
    given, refused = 0, []
    for claim in claims:
        level = level_along(verdict, claimed_level(claim))
        ruling = Ruling(level=level, standard=verdict.standard, words=_words(verdict))
        try:
            seen = chosen[claim.pk]
            judge_claim(claim.pk, ruling, seen=seen, by=by, at=at, along_with=verdict)
        except PragolaError as error:
            refused.append(error.faults[0])
        else:
            given += 1
    return GivenAlong(given, tuple(refused))


def take_back(verdicts: Iterable[Verdict], *, by: Person, at: datetime) -> TakenBack:
    """Take back all that one judgement gave, each verdict by itself, the last one first."""
    claims, refused = [], []
    for verdict in sorted(verdicts, key=lambda each: -each.pk):
        try:
            withdraw_verdict(verdict, by=by, at=at)
        except PragolaError as error:
            refused.append(error.faults[0])
        else:
            claims.append(verdict.claim)
    return TakenBack(tuple(reversed(claims)), tuple(refused))


def _words(verdict: Verdict) -> str:
    """The reason without its standard part."""
    return verdict.reason.removeprefix(verdict.standard).strip()
