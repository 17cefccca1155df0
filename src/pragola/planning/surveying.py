"""From a situation to the ground: what can still be done, by whom, in time, as people fixed it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from pragola.planning.actions import Row
from pragola.planning.fixed import Fixed, Times
from pragola.planning.ground import Choice, Entry, Ground, Ladder, Limit, Rung, Together, grain_of
from pragola.planning.later import with_later
from pragola.planning.scores import rules_of, score_of
from pragola.planning.waiting import moved, with_waiting
from pragola.planning.work import Capacity, Collective, Fix, Situation, Step, Wish
from pragola.scoring.answers import Innovation, Status
from pragola.scoring.edition import Edition, Indicator
from pragola.scoring.findings import eligibility_of
from pragola.scoring.results import InnovationScore, RowScore, Score, Severity
from pragola.scoring.score import affairs_that_cover, score_innovation


def survey(situation: Situation, *, later: Edition | None = None) -> Ground:
    """The ground of a situation, with what all of it brings by a later edition too.

    Raises what `scoring.score` raises.
    """
    ground = _Survey(situation).ground()
    return ground if later is None else with_later(ground, situation, later)


@dataclass(frozen=True)
class _Survey:
    situation: Situation

    @cached_property
    def now(self) -> Score:
        return score_of(self.situation, self.situation.answers)

    @cached_property
    def fixes(self) -> Fixed:
        return Fixed(self.situation.work.fixes)

    @cached_property
    def times(self) -> Times:
        return Times(self.situation)

    @cached_property
    def grain(self) -> Fraction:
        return grain_of(_efforts(self.situation))

    def ground(self) -> Ground:
        entries = tuple(self._entry(i) for i in self._reportable())
        region = self._region()
        return Ground(
            rules=rules_of(self.situation, self.now),
            grain=self.grain,
            region=region,
            entries=entries,
            together=self._together(),
            limits=tuple(
                Limit(capacity.unit, int(Fraction(capacity.days) / self.grain))
                for capacity in self.situation.work.capacities
            ),
            impossible=tuple(self._impossible((region, *entries))),
        )

    def _reportable(self) -> Iterator[Innovation]:
        for innovation in self.situation.answers.innovations:
            if innovation.status is not Status.REJECTED:
                yield innovation

    def _region(self) -> Entry:
        ladders = self._ladders(None, None, self.now.spd_rows)
        return Entry(None, None, Choice.IN, draft=False, points=Decimal(0), ladders=ladders)

    def _entry(self, innovation: Innovation) -> Entry:
        given, draft = self.situation, innovation.status is Status.DRAFT
        unit = innovation.profile.unit
        scored = self._scored(innovation)
        step = self._entering(innovation)
        ladders = self._ladders(innovation.id, unit, scored.rows)
        gates = tuple(self._gates(scored.rows, ladders)) if draft else ()
        fit = step is not None and None not in gates and not self._refused(innovation)
        choice = self._choice(innovation, can_enter=fit)
        covers = set(affairs_that_cover(given.edition, innovation.affairs))
        return Entry(
            innovation.id,
            unit,
            choice,
            draft=draft,
            points=sum((row.score for row in scored.rows), Decimal(0)),
            ladders=ladders,
            entering=self._grains(step.effort or Decimal(0)) if draft and step else 0,
            limits=self._limits(unit, step) if draft and step else (),
            gates=tuple(gate for gate in gates if gate is not None),
            basic=tuple(
                place for place, name in enumerate(given.edition.basic_affairs) if name in covers
            ),
        )

    def _scored(self, innovation: Innovation) -> InnovationScore:
        return score_innovation(self.situation.edition, innovation)

    def _refused(self, innovation: Innovation) -> bool:
        """Whether it would not be assessed, whatever it claims: its stage, its dates, its text."""
        return any(
            finding.severity is Severity.BLOCKS and finding.indicator is None
            for finding in eligibility_of(self.situation.edition, innovation)
        )

    def _entering(self, innovation: Innovation) -> Step | None:
        step, unit = self.situation.work.entering, innovation.profile.unit
        if step is None or step.effort is None or not self.times.allow(step):
            return None
        return None if self.fixes.without_hands(unit) and step.effort else step

    def _choice(self, innovation: Innovation, *, can_enter: bool) -> Choice:
        draft = innovation.status is Status.DRAFT
        wish = self.fixes.report(innovation.id)
        if wish is not None:
            return Choice.IN if wish and (can_enter or not draft) else Choice.OUT
        if self.fixes.unchanged(innovation.id):
            return Choice.OUT if draft else Choice.IN
        if self.fixes.some_row_surely(innovation.id) and (can_enter or not draft):
            return Choice.IN
        if draft:
            return Choice.OPEN if can_enter else Choice.OUT
        return Choice.OPEN if self.situation.withholding else Choice.IN

    def _gates(self, rows: Sequence[RowScore], ladders: Sequence[Ladder]) -> Iterator[int | None]:
        """Rows that must be claimed before a draft can be handed in; None: one that cannot be."""
        at = {ladder.row[1]: place for place, ladder in enumerate(ladders)}
        for row in rows:
            if row.indicator.mandatory.value and row.level == 0:
                yield at.get(row.indicator.code)

    def _ladders(
        self, innovation: str | None, unit: str | None, rows: Sequence[RowScore]
    ) -> tuple[Ladder, ...]:
        ladders = [self._ladder(innovation, unit, row) for row in rows]
        ladders = with_waiting(ladders, rows, self.situation.work.waiting)
        # A ladder without rungs decides nothing, but one that must be climbed has to be seen.
        kept = [place for place, each in enumerate(ladders) if each.rungs]
        at = {old: new for new, old in enumerate(kept)}
        return tuple(
            replace(ladders[place], rungs=tuple(moved(r, at) for r in ladders[place].rungs))
            for place in kept
        )

    def _ladder(self, innovation: str | None, unit: str | None, row: RowScore) -> Ladder:
        indicator, now = row.indicator, row.level
        top = indicator.highest_level
        barred = self.fixes.barred_from(innovation, indicator.code)
        rungs: list[Rung] = []
        for level in range(now + 1, top + 1):
            rung = self._rung(innovation, unit, indicator, level)
            unreachable = rung.own is None and not rung.lifted_by
            if unreachable or (barred is not None and level >= barred):
                break
            rungs.append(rung)
        wanted = self.fixes.wanted(innovation, indicator.code, now)
        return Ladder(
            (innovation, indicator.code),
            indicator.weight.value,
            now,
            tuple(rungs),
            surely=min(max(0, wanted - now), len(rungs)),
        )

    def _rung(
        self, innovation: str | None, unit: str | None, indicator: Indicator, level: int
    ) -> Rung:
        step = step_of(self.situation, innovation, unit, indicator.code, level)
        own = None
        if step and step.effort is not None and self.times.allow(step):
            own = self._grains(step.effort)
        if own and self.fixes.without_hands(unit):
            own = None
        lifted = self._lifting.get((innovation, indicator.code, level), ())
        limits = self._limits(unit, step) if own and step else ()
        return Rung(level, own, tuple(lifted), limits)

    @cached_property
    def _lifting(self) -> Mapping[tuple[str | None, str, int], list[int]]:
        """Places of the collective actions that cover a rung."""
        found: dict[tuple[str | None, str, int], list[int]] = {}
        for place, each in enumerate(self.situation.work.collectives):
            if self._barred(each):
                continue
            for lift in each.lifts:
                for level in range(lift.from_level + 1, lift.level + 1):
                    places = found.setdefault((lift.innovation, lift.indicator, level), [])
                    if place not in places:
                        places.append(place)
        return found

    @cached_property
    def _all_barred(self) -> frozenset[str]:
        """Collective actions that cannot be done, or that wait for one that cannot."""
        barred = {each.id for each in self.situation.work.collectives if self._barred_itself(each)}
        while True:
            wider = barred | {
                each.id for each in self.situation.work.collectives if barred & {*each.needs}
            }
            if wider == barred:
                return frozenset(barred)
            barred = wider

    def _barred(self, collective: Collective) -> bool:
        return collective.id in self._all_barred

    def _barred_itself(self, collective: Collective) -> bool:
        step = Step(effort=collective.effort, days=collective.days, due=collective.due)
        no_hands = self.fixes.without_hands(collective.unit) and collective.effort > 0
        return self.fixes.not_done(collective.id) or no_hands or not self.times.allow(step)

    def _together(self) -> tuple[Together, ...]:
        collectives = self.situation.work.collectives
        at = {each.id: place for place, each in enumerate(collectives)}
        return tuple(
            Together(
                each.id,
                self._grains(each.effort),
                self._limits(each.unit, Step(effort=each.effort, due=each.due)),
                tuple(at[needed] for needed in each.needs),
                surely=self.fixes.done(each.id),
                barred=self._barred(each),
            )
            for each in collectives
        )

    def _limits(self, unit: str | None, step: Step) -> tuple[int, ...]:
        """The capacities that work due by that day counts against."""
        due = self.times.last_day(step)
        return tuple(
            place
            for place, capacity in enumerate(self.situation.work.capacities)
            if capacity.unit == unit and _falls_within(due, capacity)
        )

    def _grains(self, effort: Decimal) -> int:
        return int(Fraction(effort) / self.grain)

    def _impossible(self, entries: Sequence[Entry]) -> Iterator[str]:
        """Fixed choices that nothing can keep, by the name of what they fix."""
        at = {entry.id: entry for entry in entries}
        levels = {ladder.row: ladder for entry in entries for ladder in entry.ladders}
        barred = {each.id for each in self.situation.work.collectives if self._barred(each)}
        for fix in self.situation.work.fixes:
            if fix.wish is not Wish.SURELY:
                continue
            if fix.collective in barred:
                yield fix.collective
            elif fix.indicator is not None:
                yield from self._row_impossible(fix, at, levels)
            elif fix.innovation and _is_in(at.get(fix.innovation)) != fix.report:
                yield fix.innovation

    def _row_impossible(
        self, fix: Fix, at: Mapping[str | None, Entry], ladders: Mapping[Row, Ladder]
    ) -> Iterator[str]:
        row = (fix.innovation, fix.indicator or "")
        name = "/".join(part for part in row if part)
        if fix.innovation not in at or at[fix.innovation].choice is Choice.OUT:
            yield name
            return
        now = self._level_now(row)
        ladder = ladders.get(row)
        reach = now + (len(ladder.rungs) if ladder else 0)
        if self.fixes.wanted(fix.innovation, row[1], now) > reach:
            yield name

    def _level_now(self, row: Row) -> int:
        rows = self.now.spd_rows
        if row[0] is not None:
            found = next(i for i in self.situation.answers.innovations if i.id == row[0])
            rows = self._scored(found).rows
        return next(r.level for r in rows if r.indicator.code == row[1])


def step_of(
    situation: Situation, innovation: str | None, unit: str | None, indicator: str, level: int
) -> Step | None:
    """What that step takes: the nearest override, else the usual; None where there is no way."""
    best: tuple[int, Step] | None = None
    for other in situation.work.overrides:
        fits = (
            (other.indicator, other.level) == (indicator, level)
            and other.innovation in (None, innovation)
            and other.unit in (None, unit)
        )
        nearness = 2 * (other.innovation is not None) + (other.unit is not None)
        if fits and (best is None or nearness >= best[0]):
            best = nearness, other.step
    return best[1] if best else situation.work.steps.get((indicator, level))


def _is_in(entry: Entry | None) -> bool:
    return entry is not None and entry.choice is Choice.IN


def _efforts(situation: Situation) -> Iterator[Decimal]:
    work = situation.work
    steps = [*work.steps.values(), *(o.step for o in work.overrides)]
    yield from (step.effort for step in steps if step.effort is not None)
    yield from (each.effort for each in work.collectives)
    if work.entering and work.entering.effort:
        yield work.entering.effort


def _falls_within(due: date | None, capacity: Capacity) -> bool:
    return capacity.until is None or (due is not None and due <= capacity.until)
