"""What somebody's posts call for today, and how the entries they may read are doing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from math import inf

from django.db.models import Q, QuerySet

from pragola.web.coaching.models import Agreement
from pragola.web.coaching.queries.agreements import follow_up
from pragola.web.coaching.queries.followup import AgreementLine
from pragola.web.coaching.queries.followup import Standing as AgreementStanding
from pragola.web.dashboards.queries.lines import EntryLine, entry_lines
from pragola.web.dashboards.queries.present import Present, present_of, worth_of_entries
from pragola.web.dashboards.queries.progress import UnitProgress, progress_of
from pragola.web.innovations.access import entries_readable, readable_units
from pragola.web.innovations.models import (
    OPEN_TO_OPERATORS,
    Assessment,
    EntryState,
    Innovation,
    Move,
    MoveMade,
)
from pragola.web.regions.models import OF_THE_NATION, Region, Role, Unit
from pragola.web.regions.standing import Standing
from pragola.web.shared.numbers import figure
from pragola.wording import Language

_S = EntryState
_REVIEWED = frozenset({_S.APPROVED, _S.UNDER_REVIEW})
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """An entry that waits for its head, and what it adds to the region's index as it is."""

    line: EntryLine
    adds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Which of their posts have something to say on the page, in this government or anywhere."""

    operator: bool
    head: bool
    coach: bool
    verifier: bool
    leader: bool
    coordinator: bool
    national: bool

    @property
    def several(self) -> bool:
        """Whether sections have to say for which role they are."""
        every = (self.operator, self.head, self.coach, self.verifier, self.leader, self.coordinator)
        return sum(every) > 1

    @property
    def none(self) -> bool:
        """Whether nobody has appointed them yet."""
        return not (
            self.operator
            or self.head
            or self.coach
            or self.verifier
            or self.leader
            or self.coordinator
            or self.national
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The work in one assessment. What their posts do not call for is empty, or None."""

    to_fill: tuple[EntryLine, ...] = ()
    sent: tuple[EntryLine, ...] = ()
    to_carry: tuple[Innovation, ...] = ()
    to_approve: tuple[Asked, ...] = ()
    branch: tuple[EntryLine, ...] = ()
    reviewing: tuple[EntryLine, ...] = ()
    to_review: tuple[EntryLine, ...] = ()
    reviewed_by_others: tuple[EntryLine, ...] = ()
    coached: tuple[UnitProgress, ...] = ()
    units: tuple[UnitProgress, ...] = ()
    agreements: tuple[AgreementLine, ...] = ()
    present: Present | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Somebody's first page. `own_units` are those for which they begin innovations.

    `assessments` are those to switch between, open ones first; `coordinated` are the governments
    to be prepared where there is no assessment yet.
    """

    assessments: tuple[Assessment, ...]
    assessment: Assessment | None
    roles: Roles
    own_units: tuple[Unit, ...]
    coordinated: tuple[Region, ...]
    work: Work


def workspace_of(
    standing: Standing, *, chosen: str, now: datetime, language: Language
) -> Workspace:
    """The workspace in the chosen assessment, else in the newest open one.

    The number of queries depends on their roles, never on how many entries or units there are.
    """
    assessments = _assessments(standing, now)
    named = (each for each in assessments if str(each.pk) == chosen)
    assessment = next(named, next(iter(assessments), None))
    region = assessment.region_id if assessment else None
    roles = _roles(standing, region)
    own = Unit.objects.filter(pk__in=standing.units(Role.OPERATOR), closed_on=None)
    return Workspace(
        assessments=assessments,
        assessment=assessment,
        roles=roles,
        own_units=tuple(own.filter(region=region) if region else own),
        coordinated=tuple(Region.objects.filter(code__in=standing.regions(Role.COORDINATOR))),
        work=_work(standing, roles, assessment, now=now, language=language)
        if assessment
        else Work(),
    )


def _assessments(standing: Standing, now: datetime) -> tuple[Assessment, ...]:
    """Those of their governments: with a door still open first, then by year; two queries."""
    found = (
        Assessment.objects.filter(region__in=standing.regions(*Role))
        .select_related("region")
        .prefetch_related("deadlines")
        .order_by("-edition", "region")
    )
    return tuple(sorted(found, key=lambda each: _is_over(each, now)))


def _is_over(assessment: Assessment, now: datetime) -> bool:
    closing = [each.closes_at for each in assessment.deadlines.all()]
    return bool(closing) and max(closing) <= now


def _roles(standing: Standing, region: str | None) -> Roles:
    held = {
        post.role
        for post in standing.posts
        if region is None or post.region == region or post.role in OF_THE_NATION
    }
    return Roles(
        operator=Role.OPERATOR in held,
        head=Role.HEAD in held,
        coach=Role.COACH in held,
        verifier=Role.VERIFIER in held,
        leader=Role.LEADER in held,
        coordinator=Role.COORDINATOR in held,
        national=bool(held & OF_THE_NATION),
    )


def _work(
    standing: Standing,
    roles: Roles,
    assessment: Assessment,
    *,
    now: datetime,
    language: Language,
) -> Work:
    own, headed = standing.units(Role.OPERATOR), standing.units(Role.HEAD)
    lines = _lines(standing, roles, assessment, now=now, language=language)
    mine = [line for line in lines if line.unit_id in own]
    fill = [line for line in mine if line.state in OPEN_TO_OPERATORS]
    asked = [line for line in lines if line.state is _S.SUBMITTED and line.unit_id in headed]
    reviewed = [line for line in lines if roles.verifier and line.state in _REVIEWED]
    begun_by_me = _begun_by(standing, assessment) if roles.verifier else frozenset()
    under = [line for line in reviewed if line.state is _S.UNDER_REVIEW]
    branch = _under(lines, standing.paths(Role.HEAD))
    return Work(
        to_fill=tuple(sorted(fill, key=_urgency)),
        sent=tuple(line for line in mine if line not in fill),
        to_carry=tuple(_to_carry(own, assessment)) if roles.operator else (),
        to_approve=_asked(asked, assessment, language),
        branch=tuple(line for line in branch if line not in asked and line not in mine),
        reviewing=tuple(line for line in under if line.id in begun_by_me),
        to_review=_oldest_first(line for line in reviewed if line.state is _S.APPROVED),
        reviewed_by_others=tuple(line for line in under if line.id not in begun_by_me),
        coached=_coached(standing, assessment, now=now, language=language) if roles.coach else (),
        agreements=_agreements(standing, assessment, now=now, language=language)
        if roles.operator or roles.head
        else (),
        units=progress_of(assessment, Q(), now=now, language=language) if roles.leader else (),
        present=present_of(assessment, language) if roles.leader or roles.coordinator else None,
    )


def _agreements(
    standing: Standing, assessment: Assessment, *, now: datetime, language: Language
) -> tuple[AgreementLine, ...]:
    """What their units agreed on and can still do; overdue ones first."""
    units = standing.units(Role.OPERATOR, Role.HEAD)
    rows = Agreement.objects.filter(unit__in=units, assessment=assessment)
    lines = follow_up(rows, chosen="", now=now, language=language).lines
    ahead = AgreementStanding.OVERDUE, AgreementStanding.OPEN
    return tuple(line for line in lines if line.standing in ahead)


def _lines(
    standing: Standing,
    roles: Roles,
    assessment: Assessment,
    *,
    now: datetime,
    language: Language,
) -> tuple[EntryLine, ...]:
    """The entries that somebody deals with one by one; who oversees them sees units instead."""
    wanted = Q(innovation__unit__in=standing.units(Role.OPERATOR))
    for path in standing.paths(Role.HEAD):
        wanted |= Q(innovation__unit__path__startswith=path)
    if roles.verifier:
        wanted |= Q(state__in=_REVIEWED)
    if not (roles.operator or roles.head or roles.verifier):
        return ()
    entries = entries_readable(standing).filter(wanted, assessment=assessment)
    return entry_lines(entries, assessment, now=now, language=language)


def _urgency(line: EntryLine) -> tuple[bool, float, bool, int]:
    """What closes first, returned ones before others, what can no longer be sent at the end."""
    door = line.door
    closed = door is not None and not door.is_open
    left = inf if door is None or door.days_left is None else float(door.days_left)
    return closed, left, line.state is not _S.RETURNED, -line.missing


def _asked(lines: list[EntryLine], assessment: Assessment, language: Language) -> tuple[Asked, ...]:
    worth = worth_of_entries(assessment) if lines else {}
    return tuple(Asked(line, _adds(worth, line, language)) for line in _oldest_first(lines))


def _adds(worth: Mapping[int, Fraction], line: EntryLine, language: Language) -> str:
    if line.id not in worth:
        return ""
    adds = worth[line.id]
    return ("+" if adds > 0 else "") + figure(adds, language, decimals=_DIGITS)


def _oldest_first(lines: Iterable[EntryLine]) -> tuple[EntryLine, ...]:
    return tuple(sorted(lines, key=lambda line: line.touched_at))


def _under(lines: Iterable[EntryLine], paths: tuple[str, ...]) -> list[EntryLine]:
    return [line for line in lines if line.path.startswith(paths)] if paths else []


def _begun_by(standing: Standing, assessment: Assessment) -> frozenset[int]:
    """Entries under review whose review this person began last; one query."""
    begun = MoveMade.objects.filter(
        entry__assessment=assessment,
        entry__state=_S.UNDER_REVIEW,
        move__in=(Move.BEGIN_REVIEW, Move.REVIEW_AGAIN),
    )
    latest = dict(begun.order_by("id").values_list("entry", "made_by"))
    return frozenset(entry for entry, who in latest.items() if who == standing.person.pk)


def _coached(
    standing: Standing, assessment: Assessment, *, now: datetime, language: Language
) -> tuple[UnitProgress, ...]:
    branch = Q(pk__in=())
    for path in standing.paths(Role.COACH):
        branch |= Q(path__startswith=path)
    wanted = readable_units(standing) & branch
    return progress_of(assessment, wanted, now=now, language=language)


def _to_carry(units: Iterable[int], assessment: Assessment) -> QuerySet[Innovation]:
    """Innovations of these units, where they are open, that were in an earlier assessment and are
    not in this one.
    """
    return (
        Innovation.objects.filter(
            unit__in=units,
            unit__closed_on=None,
            region=assessment.region_id,
            entries__assessment__edition__lt=assessment.edition,
        )
        .exclude(entries__assessment=assessment)
        .select_related("unit")
        .distinct()
    )
