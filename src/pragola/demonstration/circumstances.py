"""What is told of one assessment besides its innovations: target, SPD, leanings, review."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from pragola.demonstration.own_files import by_name, read_own_file
from pragola.rulebooks.desk import Desk
from pragola.rulebooks.fields import Fields, decimal, list_of, text, whole_between
from pragola.rulebooks.nodes import Node
from pragola.scoring.answers import Claim

_OTHERWISE = "otherwise"
_PERCENT = whole_between(0, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """The invented circumstances of one assessment; the file explains each.

    `answers_of` names the edition answered; an outlook borrows it from another assessment.
    """

    target: Decimal
    answers_of: str
    spd: Mapping[str, Claim]
    spd_subtotal: Decimal | None
    growth: int
    leaning: Mapping[str, int]
    figures: tuple[str, ...]
    open_ends: Mapping[str, Decimal]
    reviewed: int
    doubt: Mapping[str, int]

    def doubt_of(self, indicator: str) -> int:
        """Percent of that indicator's claims that a verdict lowers."""
        return self.doubt.get(indicator, self.doubt[_OTHERWISE])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outlook:
    edition: str
    answers_of: str
    target: Decimal


@cache
def circumstances() -> dict[str, Circumstances]:
    """The circumstances of every assessment of the demonstration, by edition."""
    return read_own_file("assessments.yaml", _read)


def _read(node: Node, desk: Desk) -> dict[str, Circumstances]:
    with Fields(node, desk) as fields:
        assessments = fields.required("assessments", list_of(_assessment))
        outlooks = fields.required("outlooks", list_of(_outlook))
    told = {assessment.answers_of: assessment for assessment in assessments}
    borrowed = {o.edition: replace(told[o.answers_of], target=o.target) for o in outlooks}
    return told | borrowed


def _assessment(node: Node, desk: Desk) -> Circumstances:
    with Fields(node, desk) as fields:
        return Circumstances(
            target=fields.required("target", decimal),
            answers_of=fields.required("edition", text),
            spd=fields.optional("spd", by_name(_spd_claim), default={}),
            spd_subtotal=fields.optional("spd_subtotal", _any_decimal, default=None),
            growth=fields.required("growth", _PERCENT),
            leaning=fields.required("leaning", by_name(whole_between(-100, 100))),
            figures=fields.required("figures", list_of(text)),
            open_ends=fields.required("open_ends", by_name(decimal)),
            reviewed=fields.required("reviewed", _PERCENT),
            doubt=fields.required("doubt", by_name(_PERCENT)),
        )


def _outlook(node: Node, desk: Desk) -> _Outlook:
    with Fields(node, desk) as fields:
        return _Outlook(
            edition=fields.required("edition", text),
            answers_of=fields.required("answers_of", text),
            target=fields.required("target", decimal),
        )


def _spd_claim(node: Node, desk: Desk) -> Claim:
    with Fields(node, desk) as fields:
        return Claim(
            level=fields.optional("level", _some_level, default=None),
            value=fields.optional("value", _any_decimal, default=None),
            periods=fields.optional("periods", _periods, default=()),
        )


def _periods(node: Node, desk: Desk) -> tuple[tuple[str, Decimal], ...]:
    return tuple(by_name(decimal)(node, desk).items())


def _some_level(node: Node, desk: Desk) -> int | None:
    return whole_between(1, 3)(node, desk)


def _any_decimal(node: Node, desk: Desk) -> Decimal | None:
    return decimal(node, desk)
