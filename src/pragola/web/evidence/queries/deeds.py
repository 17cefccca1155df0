"""What happened to a piece of evidence, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.web.evidence.models import Evidence
from pragola.web.innovations.queries.history import Piece, differences
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Jsonable, changes_of
from pragola.web.shared.models import Change
from pragola.web.shared.times import moment
from pragola.wording import Language

_MOST = 30
_DEEDS: Mapping[str, str | Promise] = {
    "evidence_added": _("Ditambahkan"),
    "evidence_described": _("Data surat diisi"),
    "evidence_replaced": _("Diganti versi baru"),
    "evidence_handed_over": _("Dipindahkan ke unit lain"),
    "link_asked": _("Tautan ditanya"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One change: what was done, what changed in it, when and by whom."""

    name: str
    pieces: tuple[Piece, ...]
    when: str
    role: str


def deeds_of(evidence: Evidence, language: Language) -> tuple[Deed, ...]:
    """The latest changes, the last one first; one query."""
    zone = ZoneInfo(evidence.region.time_zone)
    return tuple(_deed(change, zone, language) for change in changes_of(evidence)[:_MOST])


def _deed(change: Change, zone: ZoneInfo, language: Language) -> Deed:
    return Deed(
        name=str(_DEEDS.get(change.deed, change.deed)),
        pieces=differences(_words(change.old), _words(change.new)),
        when=moment(change.at, zone, language, who=change.actor or "Pragola"),
        role=str(Role(change.acting_as).label) if change.acting_as else "",
    )


def _words(told: Jsonable) -> str:
    """What of a change people can read: no digests, no numbers of rows."""
    if isinstance(told, Mapping):
        unread = ("sha256", "size", "evidence")
        return " · ".join(str(v) for name, v in told.items() if v and name not in unread)
    return str(told) if isinstance(told, int) else ""
