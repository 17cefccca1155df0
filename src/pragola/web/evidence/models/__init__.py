"""What the site keeps of evidence: files, uses, arrivals, inspections, videos, likeness."""

from pragola.web.evidence.models.arrivals import ARRIVAL_MOVES, Arrival, ArrivalState
from pragola.web.evidence.models.evidence import Evidence, EvidenceKind, StoredFile, Use
from pragola.web.evidence.models.inspections import (
    Fingerprint,
    Inspection,
    InspectionFinding,
    InspectionState,
    PageText,
)
from pragola.web.evidence.models.likeness import (
    Band,
    Gravity,
    How,
    Likeness,
    LikenessMark,
    LikenessSide,
    Sketch,
)
from pragola.web.evidence.models.transcripts import Transcript, TranscriptState
from pragola.web.evidence.models.videos import Mark, MarkVerdict, Rendering, RenderingState, Scene

__all__ = [
    "ARRIVAL_MOVES",
    "Arrival",
    "ArrivalState",
    "Band",
    "Evidence",
    "EvidenceKind",
    "Fingerprint",
    "Gravity",
    "How",
    "Inspection",
    "InspectionFinding",
    "InspectionState",
    "Likeness",
    "LikenessMark",
    "LikenessSide",
    "Mark",
    "MarkVerdict",
    "PageText",
    "Rendering",
    "RenderingState",
    "Scene",
    "Sketch",
    "StoredFile",
    "Transcript",
    "TranscriptState",
    "Use",
]
