"""By chance a share of the verdicts is read again by somebody else."""

import secrets
from datetime import datetime

from pragola.web.innovations.models import Claim
from pragola.web.review.models import Bench, Reading, Turn, Verdict

_WHOLE = 100


def draw_second_reading(claim: Claim, verdict: Verdict, *, at: datetime) -> None:
    """Let chance decide whether somebody else reads the claim again, by the bench's share."""
    bench: Bench | None = getattr(claim.entry.assessment, "bench", None)
    if bench and secrets.randbelow(_WHOLE) < bench.second_share:
        queue_reading(claim, Reading.SECOND, about=verdict, at=at)


def queue_reading(claim: Claim, reading: Reading, *, about: Verdict, at: datetime) -> None:
    """Let the claim wait for a later reading of that verdict."""
    first = Turn.objects.filter(claim=claim, reading=Reading.FIRST).first()
    Turn.objects.update_or_create(
        claim=claim,
        reading=reading,
        defaults={
            "assessment_id": claim.entry.assessment_id,
            "about": about,
            "waiting": True,
            "risk": first.risk if first else 0,
            "points": first.points if first else 0,
            "assigned_to": None,
            "held_by": None,
            "held_until": None,
            "queued_at": at,
        },
    )


def end_readings(claim: Claim) -> None:
    """Let nobody read the claim any more: it was judged, which overtakes what was said before."""
    turns = Turn.objects.filter(claim=claim, waiting=True)
    turns.update(waiting=False, held_by=None, held_until=None)


def end_later_readings(claim: Claim) -> None:
    """Let nobody read again what does not stand any more."""
    Turn.objects.filter(claim=claim, reading__gt=Reading.FIRST).update(waiting=False)
