"""What stands above a paper."""

from dataclasses import dataclass

from pragola.web.coaching.models import Letterhead
from pragola.web.regions.models import Region, Unit

DOTS = "…………………………"
"""Stands for what is not known and is filled in by hand."""
_OFFICE = "Badan Perencanaan Pembangunan, Riset, dan Inovasi Daerah"
"""Stands there until the coordinator has written the office's own name."""
_ADDRESS = f"Alamat, telepon, dan surel: {DOTS}{DOTS}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The lines of a letterhead, from the government down; `branch` is a unit below the office."""

    government: str
    office: str
    branch: str = ""
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


def heading_of_unit(unit: Unit, agency: Unit) -> Heading:
    """The letterhead of a unit and the agency that it belongs to; one query.

    Only the office of the government's letterhead has told its address; others write theirs in.
    """
    own = heading_of(unit.region)
    branch = unit.name.upper() if unit != agency else ""
    if own.office == agency.name.upper() and not branch:
        return own
    return Heading(
        government=own.government,
        office=agency.name.upper(),
        branch=branch,
        address=_ADDRESS,
        contact="",
    )


def heading_of_others() -> Heading:
    """The letterhead of another government, which is not known."""
    return Heading(government=f"PEMERINTAH {DOTS}", office=DOTS, address=_ADDRESS, contact="")
