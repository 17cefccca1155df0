"""What the site keeps of governments: units, people and their posts, and workbooks handed in."""

from pragola.web.regions.models.people import (
    OF_A_REGION,
    OF_A_UNIT,
    OF_THE_NATION,
    Appointment,
    Invitation,
    Person,
    Role,
)
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
    "OF_A_REGION",
    "OF_A_UNIT",
    "OF_THE_NATION",
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
