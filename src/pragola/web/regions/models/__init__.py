"""What the site keeps of governments: units, people and their posts, and workbooks handed in."""

from pragola.web.regions.models.people import Appointment, Invitation, Person, Role
from pragola.web.regions.models.units import Region, Unit, UnitKind
from pragola.web.regions.models.uploads import (
    MOVES,
    UNFINISHED,
    Upload,
    UploadState,
    unguessable,
)

__all__ = [
    "MOVES",
    "UNFINISHED",
    "Appointment",
    "Invitation",
    "Person",
    "Region",
    "Role",
    "Unit",
    "UnitKind",
    "Upload",
    "UploadState",
    "unguessable",
]
