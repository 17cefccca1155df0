"""What the site keeps of evidence: stored files, pieces, their uses, arrivals, inspections."""

from pragola.web.evidence.models.arrivals import ARRIVAL_MOVES, Arrival, ArrivalState
from pragola.web.evidence.models.evidence import Evidence, EvidenceKind, StoredFile, Use
from pragola.web.evidence.models.inspections import (
    Fingerprint,
    Inspection,
    InspectionFinding,
    InspectionState,
    PageText,
)

__all__ = [
    "ARRIVAL_MOVES",
    "Arrival",
    "ArrivalState",
    "Evidence",
    "EvidenceKind",
    "Fingerprint",
    "Inspection",
    "InspectionFinding",
    "InspectionState",
    "PageText",
    "StoredFile",
    "Use",
]
