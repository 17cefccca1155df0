"""What the site keeps of evidence: stored files, pieces of evidence, their uses, arrivals."""

from pragola.web.evidence.models.arrivals import ARRIVAL_MOVES, Arrival, ArrivalState
from pragola.web.evidence.models.evidence import Evidence, EvidenceKind, StoredFile, Use

__all__ = [
    "ARRIVAL_MOVES",
    "Arrival",
    "ArrivalState",
    "Evidence",
    "EvidenceKind",
    "StoredFile",
    "Use",
]
