"""Regions for the tests of the engine, built from few words."""

from datetime import date
from decimal import Decimal

from pragola.scoring.answers import Answers, Claim, Innovation, Profile, Region, Status
from pragola.scoring.edition import Edition

PATI = Region("33.18", "Kabupaten Pati")
ASSESSED = Profile(
    stage="Penerapan", applied=date(2024, 6, 1), design_words=320, assessments=1, unit="RSUD"
)


def levels(edition: Edition, level: int, **other: int) -> dict[str, Claim]:
    """Every SID indicator claimed at one level, but for those named (SID_01=3)."""
    exceptions = {name.replace("_", "-"): value for name, value in other.items()}
    codes = (i.code for i in edition.sid_indicators)
    return {code: Claim(level=exceptions.get(code, level)) for code in codes}


def innovations(edition: Edition, number: int, *, level: int, basic: int) -> list[Innovation]:
    """Equal innovations `p1`, `p2`, … spread over the first `basic` basic-service affairs."""
    affairs = edition.basic_affairs[:basic]
    return [
        Innovation(
            id=f"p{n + 1}",
            affairs=(affairs[n % basic],) if affairs else (),
            claims=levels(edition, level),
            profile=ASSESSED,
        )
        for n in range(number)
    ]


def region(edition: Edition, entries: list[Innovation], *, spd_level: int = 2) -> Answers:
    """A region with all SPD rows at one level, or a subtotal where the edition wants one."""
    rows = {i.code: Claim(level=spd_level) for i in edition.spd_indicators}
    subtotal = None if rows else Decimal("40.00")
    return Answers(
        edition=edition.code,
        region=PATI,
        spd=rows,
        spd_subtotal=subtotal,
        innovations=tuple(entries),
    )


def rejected(entry_id: str) -> Innovation:
    """An innovation that was turned down."""
    return Innovation(id=entry_id, status=Status.REJECTED, profile=ASSESSED)
