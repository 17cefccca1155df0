"""Which figure an indicator's level depends on, where one can be counted in the paper itself.

The edition names the unit of its measure. A unit alone is no figure on paper (`orang` are members
of a team here and people served there), so the edition's own words have to name the paper too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pragola.scoring.edition import Indicator


class Kind(StrEnum):
    """What is counted."""

    PEOPLE = "people"
    AGENCIES = "agencies"
    DAYS = "days"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One of `words` has to stand in the indicator's name or in the documents it asks for."""

    kind: Kind
    unit: str
    words: tuple[str, ...]
    reason: str


_ORDERS = ("sk ", "surat tugas", "surat penugasan", "surat perintah")
_TABLE: Sequence[_Row] = (
    _Row(
        kind=Kind.PEOPLE,
        unit="orang",
        words=_ORDERS,
        reason="A decree lists its team; lists of people served are no decrees.",
    ),
    _Row(
        kind=Kind.AGENCIES,
        unit="perangkat daerah",
        words=_ORDERS,
        reason="A decree lists the agencies of a network.",
    ),
    _Row(
        kind=Kind.DAYS,
        unit="hari",
        words=("sop",),
        reason="A procedure prints how long it takes.",
    ),
    _Row(
        kind=Kind.PERCENT,
        unit="persen",
        words=("pengaduan",),
        reason="A recap of complaints prints the percent or its two figures; other percents are "
        "reckoned from budgets and plans.",
    ),
)


def kind_asked(indicator: Indicator | None) -> Kind | None:
    """The figure that can be counted for an indicator; None where there is none."""
    if indicator is None or indicator.measure is None:
        return None
    said = f"{indicator.name} {' '.join(indicator.evidence.documents)} ".lower()
    unit = indicator.measure.unit
    fits = (r for r in _TABLE if r.unit == unit and any(word in said for word in r.words))
    return next((row.kind for row in fits), None)


def calendar_days_asked(indicator: Indicator) -> bool:
    """Whether the edition says that days are days of the calendar."""
    return any("hari kalender" in each.lower() for each in indicator.evidence.documents)
