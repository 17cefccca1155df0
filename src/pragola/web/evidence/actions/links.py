"""Links are asked whether they open, and what they answered is kept."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from pragola.web.evidence.asking import Answer
from pragola.web.evidence.models import Evidence, EvidenceKind
from pragola.web.shared.audit import SYSTEM, record

_AT_ONCE = 3
_AGAIN_AFTER = timedelta(days=7)


def ask_links(ask: Callable[[str], Answer], *, at: datetime) -> int:
    """Ask a few links that were never asked, or not for a week; how many."""
    due = Q(asked_at=None) | Q(asked_at__lt=at - _AGAIN_AFTER)
    links = Evidence.objects.filter(due, kind=EvidenceKind.LINK)
    waiting = list(links.order_by(F("asked_at").asc(nulls_first=True), "pk")[:_AT_ONCE])
    for evidence in waiting:
        keep_answer(evidence, ask(evidence.link), at=at)
    return len(waiting)


@transaction.atomic
def keep_answer(evidence: Evidence, answer: Answer, *, at: datetime) -> None:
    """Keep what a link answered and when; a line in its history where it answers otherwise."""
    asked = Evidence.objects.select_for_update(of=("self",)).get(pk=evidence.pk)
    old, new = (asked.answered or asked.answered_what), (answer.status or answer.what)
    asked.answered, asked.answered_what, asked.asked_at = answer.status, answer.what, at
    asked.save(update_fields=["answered", "answered_what", "asked_at"])
    if old != new:
        record("link_asked", asked, by=SYSTEM, at=at, old=old or None, new=new)
