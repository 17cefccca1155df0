"""What happened to a unit, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.web.regions.models import Role, Unit, UnitKind
from pragola.web.shared.audit import Jsonable, changes_of
from pragola.wording import Language
from pragola.wording.dates import show_date

_DEEDS: dict[str, str | Promise] = {
    "unit_added": _("Ditambahkan"),
    "unit_renamed": _("Diganti nama atau jenisnya"),
    "unit_moved": _("Dipindahkan"),
    "unit_closed": _("Ditutup"),
    "unit_reopened": _("Dibuka lagi"),
}
_NOBODY_ABOVE = _("tidak di bawah unit lain")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEvent:
    """One change of a unit: when, who in which role, what it was and became, in words."""

    at: datetime
    who: str
    role: str
    deed: str
    old: str
    new: str


def unit_history(unit: Unit, language: Language) -> tuple[UnitEvent, ...]:
    """Everything that happened to a unit, the latest first; one query."""
    return tuple(
        UnitEvent(
            at=change.at,
            who=str(change.actor or "Pragola"),
            role=str(Role(change.acting_as).label) if change.acting_as else "",
            deed=str(_DEEDS.get(change.deed, change.deed)),
            old=" · ".join(_words(change.old, language)),
            new=" · ".join(_words(change.new, language)),
        )
        for change in changes_of(unit)
    )


def _words(told: Jsonable, language: Language) -> Iterator[str]:
    if isinstance(told, Mapping):
        yield str(told["name"])
        yield str(UnitKind(str(told["kind"])).label)
        yield str(told["parent"] or _NOBODY_ABOVE)
    elif told:
        yield show_date(date.fromisoformat(str(told)), language)
