"""What the site keeps of innovations: assessments, entries, fields, claims and moves."""

from pragola.web.innovations.models.assessments import Assessment, Deadline, Door, Grace
from pragola.web.innovations.models.innovations import (
    BEING_JUDGED,
    OPEN_TO_OPERATORS,
    WAYS,
    Claim,
    Entry,
    EntryState,
    FieldValue,
    Innovation,
    Move,
    MoveMade,
    Reason,
    Way,
)
from pragola.web.innovations.models.presence import Presence

__all__ = [
    "BEING_JUDGED",
    "OPEN_TO_OPERATORS",
    "WAYS",
    "Assessment",
    "Claim",
    "Deadline",
    "Door",
    "Entry",
    "EntryState",
    "FieldValue",
    "Grace",
    "Innovation",
    "Move",
    "MoveMade",
    "Presence",
    "Reason",
    "Way",
]
