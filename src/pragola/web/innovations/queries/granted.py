"""Claims that stand lower by their verdict than their unit claims them."""

from collections.abc import Iterable
from dataclasses import dataclass

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Indicator
from pragola.scoring.measure import ClaimError, read_claim
from pragola.web.innovations.claim_values import claim_of
from pragola.web.innovations.models import STANDING, Claim, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantedLess:
    """A claim, the level that its unit claims, and the lower one of its verdict; 0 is returned."""

    code: str
    name: str
    level: int
    accepted: int


def granted_less(entry: Entry, claims: Iterable[Claim]) -> tuple[GrantedLess, ...]:
    """What verdicts returned or lowered and nobody has changed since, in the edition's order."""
    rows = {claim.indicator: claim for claim in claims if claim.judged in STANDING}
    found = (
        _granted(indicator, rows[indicator.code])
        for indicator in load_edition(entry.assessment.edition).sid_indicators
        if indicator.code in rows
    )
    return tuple(each for each in found if each.accepted < max(each.level, 1))


def lowered(entry: Entry, claims: Iterable[Claim]) -> tuple[GrantedLess, ...]:
    """Of these, what was accepted all the same."""
    return tuple(each for each in granted_less(entry, claims) if each.accepted)


def _granted(indicator: Indicator, claim: Claim) -> GrantedLess:
    return GrantedLess(
        code=indicator.code,
        name=indicator.name,
        level=_claimed(indicator, claim),
        accepted=claim.accepted_level or 0,
    )


def _claimed(indicator: Indicator, claim: Claim) -> int:
    told = claim_of(claim)
    try:
        return read_claim(indicator, told)[0] if told else 0
    except ClaimError:
        return 0
