"""What stands above a paper."""

from dataclasses import dataclass

from pragola.web.coaching.models import Letterhead
from pragola.web.regions.models import Region

_OFFICE = "Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah"
"""Stands there until the coordinator has written the office's own name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The lines of a letterhead, from the government down."""

    government: str
    office: str
    address: str
    contact: str


def heading_of(region: Region) -> Heading:
    """The letterhead of a government; one query."""
    row = Letterhead.objects.filter(region=region).first()
    return Heading(
        government=f"Pemerintah {region.name}".upper(),
        office=(row.office if row else _OFFICE).upper(),
        address=row.address if row else "",
        contact=row.contact if row else "",
    )
