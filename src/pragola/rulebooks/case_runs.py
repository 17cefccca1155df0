"""Cases held against the engine."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from pragola.rulebooks.cases import BandCase, Case, ClaimCase, RegionCase, cases_of
from pragola.rulebooks.catalogue import read_edition
from pragola.rulebooks.desk import Desk
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.scoring.measure import read_claim, round_half_up
from pragola.scoring.results import Score
from pragola.scoring.score import band_of, score


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesRun:
    """An edition whose files are in order, how many cases it has and where they differ."""

    edition: Edition
    number: int
    faults: tuple[Fault, ...]


def run_cases(folder: Path) -> CasesRun:
    """Read the edition in the folder and replay its cases.

    Raises EditionFaultyError when the edition itself has faults.
    """
    edition = read_edition(folder)
    desk = Desk()
    cases = cases_of(folder, edition, desk)
    if desk.number:
        return CasesRun(edition=edition, number=len(cases), faults=desk.faults)
    faults = tuple(fault for case in cases for fault in _faults(edition, case))
    return CasesRun(edition=edition, number=len(cases), faults=faults)


def _faults(edition: Edition, case: Case) -> Iterator[Fault]:
    if isinstance(case, BandCase):
        found = band_of(edition, case.index).name
        yield from _compared(case, "band", found, case.band)
    elif isinstance(case, ClaimCase):
        yield from _compared(case, "level", _level(edition, case), case.gives)
    else:
        yield from _region_faults(edition, case)


def _level(edition: Edition, case: ClaimCase) -> str:
    indicator = next(i for i in edition.indicators if i.code == case.indicator)
    try:
        return str(read_claim(indicator, case.claim)[0])
    except PragolaError as error:
        return error.faults[0].code


def _region_faults(edition: Edition, case: RegionCase) -> Iterator[Fault]:
    try:
        result = score(edition, case.answers)
    except PragolaError as error:
        yield from (replace(fault, place=str(case.mark)) for fault in error.faults)
        return
    figures = _figures_of(result)
    for name, expected in case.expected:
        found = figures[name]
        if isinstance(expected, Decimal) and not isinstance(found, str):
            # A case states as many digits as it wants compared.
            found = str(round_half_up(Fraction(found), _digits(expected)))
        yield from _compared(case, name, str(found), str(expected))


def _figures_of(result: Score) -> dict[str, str | Decimal | Fraction]:
    return {
        "spd": result.spd,
        "sid_sum": result.sid_sum,
        "mean": result.mean,
        "divisor": Decimal(result.divisor),
        "counted": Decimal(result.counted),
        "count_score": result.count_score,
        "basic_services": Decimal(len(result.basic_services.covered)),
        "total": result.total,
        "index": result.index,
        "band": result.band.name,
    }


def _digits(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return -exponent


def _compared(case: Case, field: str, found: str, expected: str) -> Iterator[Fault]:
    if found != expected:
        yield Fault(
            code="case_differs",
            place=str(case.mark),
            found=found,
            expected=expected,
            facts=(("case", case.name), ("field", field)),
        )
