"""The same answers by another edition: every claim that it can read, and how many it cannot."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pragola.scoring.answers import Answers, Claim, Innovation
from pragola.scoring.edition import Edition, Indicator
from pragola.scoring.measure import ClaimError, read_claim


@dataclass(frozen=True, slots=True)
class Carried:
    """Answers as another edition can read them; `lost` are claims that it cannot."""

    answers: Answers
    lost: int


def carried_to(edition: Edition, answers: Answers) -> Carried:
    """The answers with all that the edition has a place for; verdicts are of their own year."""
    rows = {each.code: each for each in edition.spd_indicators}
    codes = {each.code: each for each in edition.sid_indicators}
    spd = _readable(rows, answers.spd)
    innovations = tuple(_carried(each, codes) for each in answers.innovations)
    before = len(answers.spd) + sum(len(each.claims) for each in answers.innovations)
    after = len(spd) + sum(len(each.claims) for each in innovations)
    return Carried(
        replace(
            answers,
            edition=edition.code,
            spd=spd,
            spd_subtotal=None if rows else answers.spd_subtotal,
            innovations=innovations,
        ),
        lost=before - after,
    )


def level_in(indicator: Indicator, claim: Claim | None) -> int:
    """The level that the indicator reads in a claim; 0 where it cannot."""
    read = None if claim is None else _read(indicator, claim)
    return 0 if read is None else read


def _carried(innovation: Innovation, codes: Mapping[str, Indicator]) -> Innovation:
    return replace(innovation, claims=_readable(codes, innovation.claims), verdicts={})


def _readable(rows: Mapping[str, Indicator], claims: Mapping[str, Claim]) -> dict[str, Claim]:
    return {
        code: claim
        for code, claim in claims.items()
        if code in rows and _read(rows[code], claim) is not None
    }


def _read(indicator: Indicator, claim: Claim) -> int | None:
    try:
        return read_claim(indicator, claim)[0]
    except ClaimError:
        return None
