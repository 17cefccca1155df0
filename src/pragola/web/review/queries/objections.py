"""Objections of units to verdicts: what was said, by whom, and how it was answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.db.models import Max, Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.regions.models import Role
from pragola.web.regions.standing import Standing
from pragola.web.review.models import Objection, Reading, Turn, Verdict
from pragola.web.review.queries.lines import VerdictLine, verdict_line
from pragola.web.review.queries.queue import turns_for, turns_of
from pragola.web.shared.times import moment
from pragola.wording import Language

_RECENT = timedelta(days=14)
"""For so long an answer stands on the first page of its unit."""


class ObjectionState(StrEnum):
    """How far an objection has come."""

    WAITING = "waiting"
    UPHELD = "upheld"
    CHANGED = "changed"
    MOOT = "moot"


_NAMES: Mapping[ObjectionState, str | Promise] = {
    ObjectionState.WAITING: _("menunggu jawaban"),
    ObjectionState.UPHELD: _("putusan dipertahankan"),
    ObjectionState.CHANGED: _("putusan diubah"),
    ObjectionState.MOOT: _("gugur, karena klaimnya diubah"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionLine:
    """An objection: to which verdict (`level` 0 where it returned the claim), why, its answer.

    `proof` is the use it points at, with its evidence; `on_claim` tells whether that use is of
    the claim itself.
    """

    verdict: int
    claim: int
    entry: int
    title: str
    unit: str
    code: str
    name: str
    level: int
    against: VerdictLine
    reason: str
    said: str
    role: str
    proof: int | None
    evidence: int | None
    proof_name: str
    on_claim: bool
    state: ObjectionState
    answer: VerdictLine | None
    made_at: datetime
    answered_at: datetime | None

    def answered_after(self, moment: datetime) -> bool:
        """Whether its answer is younger than that."""
        return self.answered_at is not None and self.answered_at > moment

    @property
    def state_name(self) -> str:
        """The state in words."""
        return str(_NAMES[self.state])

    @property
    def answered_by(self) -> int | None:
        """The verdict that is its answer."""
        return self.answer.verdict if self.answer else None

    @property
    def waits(self) -> bool:
        """Whether it has to be answered."""
        return self.state is ObjectionState.WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionsToday:
    """Of somebody's own units those that wait or were answered lately, how many they may answer,
    and how many wait in the government they coordinate.
    """

    own: tuple[ObjectionLine, ...]
    to_answer: int
    waiting: int


def objections_in(assessment: Assessment, entries: QuerySet[Entry]) -> QuerySet[Objection]:
    """Those in an assessment to verdicts on these entries, the latest first."""
    return Objection.objects.filter(
        verdict__claim__entry__assessment=assessment, verdict__claim__entry__in=entries
    )


def objection_lines(
    objections: QuerySet[Objection], language: Language
) -> tuple[ObjectionLine, ...]:
    """Them as lines, those that wait first; two queries."""
    answers = Verdict.objects.filter(reading=Reading.ANSWER).select_related("judged_by")
    latest = Max("verdict__claim__verdicts__objection__id")
    rows = (
        objections.annotate(latest=latest)
        .select_related(
            "made_by",
            "use__evidence",
            "verdict__judged_by",
            "verdict__claim__entry__innovation__unit",
            "verdict__claim__entry__assessment__region",
        )
        .prefetch_related(Prefetch("verdict__later", answers, to_attr="answers"))
    )
    return tuple(sorted((_line(row, language) for row in rows), key=lambda line: not line.waits))


def objections_to_claims_of(entry: Entry, language: Language) -> Mapping[str, ObjectionLine]:
    """The latest objection to a verdict on each claim of an entry, by indicator; two queries."""
    rows = Objection.objects.filter(verdict__claim__entry=entry)
    lines = sorted(objection_lines(rows, language), key=lambda line: line.made_at)
    return {line.code: line for line in lines}


def objection_to_answer(turn: Turn | None, language: Language) -> ObjectionLine | None:
    """The objection that is answered in that turn; None in any other."""
    if turn is None or turn.reading != Reading.ANSWER:
        return None
    return next(iter(objection_lines(Objection.objects.filter(verdict=turn.about_id), language)))


def answers_waiting(assessment: Assessment, standing: Standing) -> int:
    """How many objections wait for their answer, as verifier who judged none of it; one query."""
    if assessment.region_id not in standing.regions(Role.VERIFIER):
        return 0
    return turns_for(assessment, standing).filter(reading=Reading.ANSWER).count()


def objections_of_today(
    assessment: Assessment,
    standing: Standing,
    entries: QuerySet[Entry],
    *,
    at: datetime,
    language: Language,
) -> ObjectionsToday:
    """What concerns somebody's work now; `entries` are those of their own units. Four queries."""
    lines = (
        objection_lines(objections_in(assessment, entries), language)
        if standing.units(Role.OPERATOR, Role.HEAD)
        else ()
    )
    waiting = 0
    if assessment.region_id in standing.regions(Role.COORDINATOR):
        waiting = turns_of(assessment).filter(reading=Reading.ANSWER).count()
    return ObjectionsToday(
        own=tuple(line for line in lines if line.waits or line.answered_after(at - _RECENT)),
        to_answer=answers_waiting(assessment, standing),
        waiting=waiting,
    )


def without_answerer(
    lines: Iterable[ObjectionLine], verifiers: Iterable[Standing]
) -> frozenset[int]:
    """The claims whose objection none of these may answer: of their own unit, or judged by them."""
    waiting = [line for line in lines if line.waits]
    readers: dict[int, set[int | None]] = {line.claim: set() for line in waiting}
    given = Verdict.objects.filter(claim__in=readers).values_list("claim", "judged_by")
    for claim, person in given:
        readers[claim].add(person)
    units = {
        entry.pk: entry.innovation.unit
        for entry in Entry.objects.filter(pk__in={line.entry for line in waiting}).select_related(
            "innovation__unit"
        )
    }
    able = list(verifiers)
    return frozenset(
        line.claim
        for line in waiting
        if not any(
            each.person.pk not in readers[line.claim] and not each.serves(units[line.entry])
            for each in able
        )
    )


def _line(row: Objection, language: Language) -> ObjectionLine:
    verdict, claim = row.verdict, row.verdict.claim
    entry = claim.entry
    zone = ZoneInfo(entry.assessment.region.time_zone)
    answer: Verdict | None = next(iter(getattr(verdict, "answers", ())), None)
    names = {each.code: each.name for each in load_edition(entry.assessment.edition).sid_indicators}
    return ObjectionLine(
        verdict=verdict.pk,
        claim=claim.pk,
        entry=entry.pk,
        title=entry.innovation.title,
        unit=entry.innovation.unit.name,
        code=claim.indicator,
        name=names.get(claim.indicator, claim.indicator),
        level=verdict.level or 0,
        against=verdict_line(verdict, zone, language),
        reason=row.reason,
        said=moment(row.made_at, zone, language, who=row.made_by),
        role=str(row.get_acting_as_display()),
        proof=row.use_id,
        evidence=row.use.evidence_id if row.use else None,
        proof_name=str(row.use.evidence) if row.use else "",
        on_claim=row.use is not None and row.use.part == claim.indicator,
        state=_state(verdict, answer, is_waited_for=claim.objected and row.pk == _latest(row)),
        answer=verdict_line(answer, zone, language) if answer else None,
        made_at=row.made_at,
        answered_at=answer.judged_at if answer else None,
    )


def _latest(row: Objection) -> int:
    """The latest objection to any verdict on the claim."""
    found: int = getattr(row, "latest", row.pk)
    return found


def _state(verdict: Verdict, answer: Verdict | None, *, is_waited_for: bool) -> ObjectionState:
    if answer:
        same = answer.level == verdict.level
        return ObjectionState.UPHELD if same else ObjectionState.CHANGED
    return ObjectionState.WAITING if is_waited_for else ObjectionState.MOOT
