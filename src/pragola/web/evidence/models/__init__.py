"""What the site keeps of evidence: files, pieces, uses, arrivals, inspections, videos."""

from pragola.web.evidence.models.arrivals import ARRIVAL_MOVES, Arrival, ArrivalState
from pragola.web.evidence.models.evidence import Evidence, EvidenceKind, StoredFile, Use
from pragola.web.evidence.models.inspections import (
    Fingerprint,
    Inspection,
    InspectionFinding,
    InspectionState,
    PageText,
)
from pragola.web.evidence.models.videos import Mark, MarkVerdict, Rendering, RenderingState, Scene

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
    "Mark",
    "MarkVerdict",
    "PageText",
    "Rendering",
    "RenderingState",
    "Scene",
    "StoredFile",
    "Use",
]
