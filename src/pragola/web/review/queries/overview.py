"""The queue as its page shows it: how much waits, where, and what somebody holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.regions.standing import Standing
from pragola.web.review.models import Turn
from pragola.web.review.queries.queue import (
    BLOCKING,
    DOUBTFUL,
    claims_to_queue,
    held_turns,
    turns_for,
    turns_of,
)
from pragola.web.shared.numbers import figure
from pragola.wording import Language

_MOST_ENTRIES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """What waits of one indicator or one innovation; `key` is by what it is asked for."""

    key: str
    name: str
    unit: str
    number: int
    blocking: int
    doubtful: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldClaim:
    """A claim that somebody has taken and not judged yet."""

    claim: int
    title: str
    indicator: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The queue of an assessment for one person.

    `waiting` is all that waits for a reading, `points` what waits for them; `coming` was approved
    just now, and joins the queue with the next sweep or when somebody takes from it.
    """

    waiting: int
    coming: int
    for_them: int
    dealt: int
    blocking: int
    doubtful: int
    points: str
    held: tuple[HeldClaim, ...]
    indicators: tuple[Pile, ...]
    entries: tuple[Pile, ...]
    more_entries: int

    @property
    def all_entries(self) -> int:
        """How many innovations wait, also those beyond the list."""
        return len(self.entries) + self.more_entries

    @property
    def left_out(self) -> int:
        """How much waits for others only: of an own unit, dealt to them, or read by this one."""
        return self.waiting - self.for_them


def overview_of(
    assessment: Assessment, standing: Standing, language: Language, now: datetime
) -> Overview:
    """The queue for them; six queries."""
    theirs = turns_for(assessment, standing)
    held = held_turns(assessment, standing, now).select_related("claim__entry__innovation")
    rows = list(
        theirs.order_by().values_list(
            "claim__entry", "claim__indicator", "risk", "points", "assigned_to"
        )
    )
    entries = _of_entries(theirs)
    return Overview(
        waiting=turns_of(assessment).count(),
        coming=claims_to_queue(assessment).count(),
        for_them=len(rows),
        dealt=sum(1 for row in rows if row[4]),
        blocking=sum(1 for row in rows if row[2] == BLOCKING),
        doubtful=sum(1 for row in rows if row[2] == DOUBTFUL),
        points=figure(sum(row[3] for row in rows), language, decimals=0),
        held=tuple(
            HeldClaim(
                claim=turn.claim_id,
                title=turn.claim.entry.innovation.title,
                indicator=turn.claim.indicator,
            )
            for turn in held
        ),
        indicators=_of_indicators(assessment, [(row[1], row[2]) for row in rows]),
        entries=entries[:_MOST_ENTRIES],
        more_entries=max(len(entries) - _MOST_ENTRIES, 0),
    )


def _of_indicators(assessment: Assessment, risks: Sequence[tuple[str, int]]) -> tuple[Pile, ...]:
    """In the edition's order, those without anything left out."""
    piles = []
    for each in load_edition(assessment.edition).sid_indicators:
        own = [risk for code, risk in risks if code == each.code]
        if own:
            piles.append(
                Pile(
                    key=each.code,
                    name=each.name,
                    unit="",
                    number=len(own),
                    blocking=own.count(BLOCKING),
                    doubtful=own.count(DOUBTFUL),
                )
            )
    return tuple(piles)


def _of_entries(turns: QuerySet[Turn]) -> tuple[Pile, ...]:
    """Where most is in doubt first."""
    counted = {
        row["claim__entry"]: row
        for row in turns.order_by()
        .values("claim__entry")
        .annotate(
            number=Count("pk"),
            blocking=Count("pk", filter=Q(risk=BLOCKING)),
            doubtful=Count("pk", filter=Q(risk=DOUBTFUL)),
        )
    }
    entries = Entry.objects.filter(pk__in=counted).select_related("innovation__unit")
    piles = [
        Pile(
            key=str(each.pk),
            name=each.innovation.title,
            unit=each.innovation.unit.name,
            number=counted[each.pk]["number"],
            blocking=counted[each.pk]["blocking"],
            doubtful=counted[each.pk]["doubtful"],
        )
        for each in entries
    ]
    return tuple(sorted(piles, key=lambda pile: (-pile.blocking, -pile.doubtful, pile.name)))
