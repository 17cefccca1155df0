"""Answers as they stand: what a verdict says of a claim, and the claim where nobody judged it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pragola.scoring.answers import Answers, Claim, Innovation


def standing(answers: Answers) -> Answers:
    """The answers with every judged claim at the level of its verdict, which stays with it.

    Their claimed score is the verified score of `answers`. See decision 0035.
    """
    return replace(answers, innovations=tuple(_standing(each) for each in answers.innovations))


def _standing(innovation: Innovation) -> Innovation:
    if not innovation.verdicts:
        return innovation
    judged = dict(_judged(innovation.claims, innovation.verdicts))
    return replace(innovation, claims={**innovation.claims, **judged})


def _judged(
    claims: Mapping[str, Claim], verdicts: Mapping[str, int]
) -> Iterator[tuple[str, Claim]]:
    for code, level in verdicts.items():
        claim = claims.get(code)
        yield code, Claim(level=level, base=claim.base if claim else None)
