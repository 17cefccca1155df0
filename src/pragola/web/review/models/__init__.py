"""What the site keeps of reviewing: verdicts, the queue of claims, and the bench's own rules."""

from pragola.web.review.models.objections import Objection
from pragola.web.review.models.queue import Bench, StandardReason, Turn
from pragola.web.review.models.verdicts import Reading, Verdict, VerdictKind

__all__ = [
    "Bench",
    "Objection",
    "Reading",
    "StandardReason",
    "Turn",
    "Verdict",
    "VerdictKind",
]
