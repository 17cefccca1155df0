"""What the site keeps of innovations: assessments, entries, fields, claims and moves."""

from pragola.web.innovations.models.assessments import Assessment, Deadline, Door, Grace
from pragola.web.innovations.models.innovations import (
    BEING_JUDGED,
    CLAIMING,
    OF_OPEN_ENTRIES,
    OPEN_ENTRIES,
    OPEN_TO_OPERATORS,
    STANDING,
    WAYS,
    Claim,
    Entry,
    EntryState,
    FieldValue,
    Innovation,
    Judged,
    Move,
    MoveMade,
    Reason,
    Way,
)
from pragola.web.innovations.models.presence import Presence

__all__ = [
    "BEING_JUDGED",
    "CLAIMING",
    "OF_OPEN_ENTRIES",
    "OPEN_ENTRIES",
    "OPEN_TO_OPERATORS",
    "STANDING",
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
    "Judged",
    "Move",
    "MoveMade",
    "Presence",
    "Reason",
    "Way",
]
