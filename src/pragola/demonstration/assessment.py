"""The demonstration's answers of Kabupaten Pati, one assessment at a time."""

from dataclasses import replace
from decimal import Decimal

from pragola.demonstration.circumstances import Circumstances, circumstances
from pragola.demonstration.claims import claims_of, verdicts_on
from pragola.demonstration.portfolio import InventedInnovation, portfolio
from pragola.demonstration.profiles import profile_in
from pragola.demonstration.units import region
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Innovation, Status
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault, PragolaError


class NotDemonstratedError(PragolaError):
    """An edition that the demonstration tells nothing of."""


def demonstrated_editions() -> tuple[str, ...]:
    """The editions that have a demonstration; an outlook shows the answers before it."""
    return tuple(circumstances())


def target(edition_code: str) -> Decimal:
    """The index the region aims at. Raises NotDemonstratedError."""
    return _told_of(edition_code).target


def demonstration(edition_code: str) -> Answers:
    """The same answers on every run. Raises NotDemonstratedError."""
    told = _told_of(edition_code)
    edition = load_edition(told.answers_of)
    answers = Answers(
        edition=edition.code,
        region=region(),
        spd=told.spd,
        spd_subtotal=told.spd_subtotal,
        innovations=tuple(
            _entry(edition, innovation, told)
            for innovation in portfolio()
            if edition.code in innovation.entries
        ),
    )
    return replace(answers, edition=edition_code)


def _entry(edition: Edition, innovation: InventedInnovation, told: Circumstances) -> Innovation:
    claims = claims_of(edition, innovation, told)
    status = innovation.entries[edition.code].status
    judged = status is not Status.DRAFT
    return Innovation(
        id=innovation.id,
        title=innovation.title,
        affairs=innovation.affairs,
        status=status,
        claims=claims,
        verdicts=verdicts_on(edition, innovation, claims, told) if judged else {},
        profile=profile_in(innovation, edition.code),
    )


def _told_of(edition_code: str) -> Circumstances:
    told = circumstances()
    if edition_code not in told:
        raise NotDemonstratedError(
            Fault(code="not_demonstrated", found=edition_code, expected=", ".join(told))
        )
    return told[edition_code]
