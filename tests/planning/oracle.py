"""Everything that can be done in a small region, tried: written without the planner's code.

For every set of reported entries and of collective actions, all ways to climb are listed row by
row and entry by entry; of ways that bring and use the same only the cheapest is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import chain, combinations, product

from pragola.planning.work import Collective, Situation, Step, Wish
from pragola.scoring.answers import Innovation, Status
from pragola.scoring.measure import read_claim

type Used = tuple[Decimal, ...]


@dataclass(frozen=True)
class Way:
    """One way to do something: points of rows of the region and of innovations, days, hands."""

    effort: Decimal
    spd: Decimal
    sid: Decimal
    used: Used


class Oracle:
    """Knows the least effort for every exact index of a small region.

    `per_action` comes on top for each action: for every collective one, row raised by hand,
    entry entered or withheld.
    """

    def __init__(self, situation: Situation, *, per_action: Decimal = Decimal(0)) -> None:
        self.s = situation
        self.per_action = per_action
        self.work = situation.work
        self.zero: Used = tuple(Decimal(0) for _ in self.work.capacities)

    def outcomes(self) -> list[tuple[Decimal, Fraction]]:
        """Effort and exact index of all plans worth a look."""
        found: dict[Fraction, Decimal] = {}
        for done in self.collective_sets():
            for reported in self.reported_sets():
                for way in self.ways(done, reported):
                    index = self.index(way, reported)
                    if index not in found or way.effort < found[index]:
                        found[index] = way.effort
        return [(effort, index) for index, effort in found.items()]

    def least_effort(self, threshold: Fraction) -> Decimal | None:
        """The least effort that reaches the exact index."""
        return min((e for e, index in self.outcomes() if index >= threshold), default=None)

    def highest(self, budget: Decimal | None) -> Fraction | None:
        """The highest exact index within the budget."""
        return max((i for e, i in self.outcomes() if budget is None or e <= budget), default=None)

    def index(self, way: Way, reported: tuple[Innovation, ...]) -> Fraction:
        edition = self.s.edition
        counts = self.s.rejected_in_divisor
        counts = edition.rejected_in_divisor.value if counts is None else counts
        turned = [i for i in self.s.answers.innovations if i.status is Status.REJECTED]
        divisor = max(edition.min_divisor.value, len(reported) + len(turned) * counts)
        basic = {a for i in reported for a in i.affairs if a in edition.basic_affairs}
        rule = edition.min_basic_services
        enough = rule is None or len(basic) >= rule.value
        number = min(len(reported), edition.count.cap.value) if enough else 0
        total = (
            Fraction(way.spd)
            + Fraction(way.sid) / divisor
            + Fraction(edition.count.weight.value) * number
        )
        return total / Fraction(edition.maxima.total.value) * 100

    def in_time(self, step: Step) -> bool:
        ends = [d for d in (step.due, self.work.end) if d]
        if self.work.start is None or not ends:
            return True
        return self.work.start + timedelta(days=step.days) <= min(ends)

    def idle(self, unit: str | None) -> bool:
        return any(f.wish is Wish.NO_HANDS and f.unit == unit for f in self.work.fixes)

    def use(self, unit: str | None, step: Step, effort: Decimal) -> Used:
        ends = [d for d in (step.due, self.work.end) if d]
        last = min(ends) if ends else None
        return tuple(
            effort
            if c.unit == unit and (c.until is None or (last is not None and last <= c.until))
            else Decimal(0)
            for c in self.work.capacities
        )

    def collective_sets(self) -> Iterator[tuple[Collective, ...]]:
        every = self.work.collectives
        for done in chain.from_iterable(combinations(every, n) for n in range(len(every) + 1)):
            ids = {c.id for c in done}
            asked = {
                f.collective for f in self.work.fixes if f.wish is Wish.SURELY and f.collective
            }
            refused = {f.collective for f in self.work.fixes if f.wish is Wish.NOT and f.collective}
            fine = all(
                {*c.needs} <= ids
                and self.in_time(Step(effort=c.effort, days=c.days, due=c.due))
                and not (self.idle(c.unit) and c.effort)
                for c in done
            )
            if fine and asked <= ids and not refused & ids:
                yield done

    def reported_sets(self) -> Iterator[tuple[Innovation, ...]]:
        choices = [self.choices(i) for i in self.s.answers.innovations]
        for picked in product(*choices):
            yield tuple(i for i, yes in zip(self.s.answers.innovations, picked, strict=True) if yes)

    def choices(self, innovation: Innovation) -> tuple[bool, ...]:
        """Whether it can be reported, withheld, or both."""
        if innovation.status is Status.REJECTED:
            named = any(
                f.wish is Wish.SURELY
                and f.innovation == innovation.id
                and (f.indicator or f.report)
                for f in self.work.fixes
            )
            return () if named else (False,)
        draft = innovation.status is Status.DRAFT
        options = {False, True} if draft or self.s.withholding else {True}
        if draft and not self.can_enter(innovation):
            options = {False}
        told: bool | None = None
        for f in self.work.fixes:
            if f.innovation != innovation.id:
                continue
            if f.wish is Wish.SURELY and f.indicator:
                options &= {True}
            if f.wish is Wish.SURELY and not f.indicator and told is None:
                told = f.report
        for f in self.work.fixes:
            about = f.innovation == innovation.id and not f.indicator
            if about and f.wish is Wish.NOT and told is None:
                options &= {not draft}
        if told is not None:
            both = {
                f.report
                for f in self.work.fixes
                if f.wish is Wish.SURELY and f.innovation == innovation.id and not f.indicator
            }
            allowed = {True} if told and (not draft or self.can_enter(innovation)) else set()
            allowed |= set() if told else {False}
            options = allowed & {told} if both == {told} else set()
            if any(
                f.wish is Wish.SURELY and f.innovation == innovation.id and f.indicator
                for f in self.work.fixes
            ):
                options &= {True}
        return tuple(options)

    def can_enter(self, innovation: Innovation) -> bool:
        step = self.work.entering
        if step is None or step.effort is None or not self.in_time(step):
            return False
        return not (self.idle(innovation.profile.unit) and step.effort)

    def ways(self, done: tuple[Collective, ...], reported: tuple[Innovation, ...]) -> list[Way]:
        start = Way(Decimal(0), Decimal(0), Decimal(0), self.zero)
        for c in done:
            used = self.use(c.unit, Step(effort=c.effort, due=c.due), c.effort)
            start = plus(start, Way(c.effort + self.per_action, Decimal(0), Decimal(0), used))
        entered = [i for i in reported if i.status is Status.DRAFT]
        asked = [i for i in self.s.answers.innovations if i.status is Status.ACCEPTED]
        changed = len(entered) + sum(1 for i in asked if i not in reported)
        start = plus(start, Way(changed * self.per_action, Decimal(0), Decimal(0), self.zero))
        kept = self.allowed([start])
        for innovation in (None, *reported):
            options = list(self.climbs(innovation, done))
            kept = self.allowed([plus(one, other) for one in kept for other in options])
        return kept

    def allowed(self, ways: list[Way]) -> list[Way]:
        best: dict[tuple[Decimal, Decimal, Used], Way] = {}
        for way in ways:
            limits = zip(way.used, self.work.capacities, strict=True)
            if all(used <= capacity.days for used, capacity in limits):
                key = (way.spd, way.sid, way.used)
                if key not in best or way.effort < best[key].effort:
                    best[key] = way
        return list(best.values())

    def levels_now(self, innovation: Innovation | None) -> dict[str, int]:
        rows = (
            self.s.edition.spd_indicators if innovation is None else self.s.edition.sid_indicators
        )
        claims = self.s.answers.spd if innovation is None else innovation.claims
        return {r.code: read_claim(r, claims[r.code])[0] if r.code in claims else 0 for r in rows}

    def climbs(self, innovation: Innovation | None, done: tuple[Collective, ...]) -> Iterator[Way]:
        """All ways to raise the rows of an entry, entering it where it is a draft."""
        now = self.levels_now(innovation)
        codes = list(now)
        weights = {i.code: i.weight.value for i in self.s.edition.indicators}
        entering = Way(Decimal(0), Decimal(0), Decimal(0), self.zero)
        draft = innovation is not None and innovation.status is Status.DRAFT
        if draft:
            step = self.work.entering
            assert step is not None
            assert step.effort is not None
            assert innovation is not None
            used = self.use(innovation.profile.unit, step, step.effort)
            entering = Way(step.effort, Decimal(0), Decimal(0), used)
        for heights in product(*(range(now[c], 4) for c in codes)):
            levels = dict(zip(codes, heights, strict=True))
            way = self.climb(innovation, now, levels, done)
            mandatory = (
                all(levels[i.code] for i in self.s.edition.sid_indicators if i.mandatory.value)
                if draft
                else True
            )
            if way is None or not mandatory:
                continue
            points = sum((weights[c] * levels[c] for c in codes), Decimal(0))
            spd, sid = (points, Decimal(0)) if innovation is None else (Decimal(0), points)
            yield plus(entering, Way(way.effort, spd, sid, way.used))

    def climb(
        self,
        innovation: Innovation | None,
        now: dict[str, int],
        levels: dict[str, int],
        done: tuple[Collective, ...],
    ) -> Way | None:
        """The effort of bringing the rows to those levels; None where that cannot be."""
        name = innovation.id if innovation else None
        way = Way(Decimal(0), Decimal(0), Decimal(0), self.zero)
        for f in self.work.fixes:
            if f.indicator and f.innovation == name and f.indicator in levels:
                level, had = levels[f.indicator], now[f.indicator]
                if f.wish is Wish.SURELY and level < (f.level or had + 1):
                    return None
                if f.wish is Wish.NOT and level > had and level >= (f.level or 1):
                    return None
        raised = set()
        for code, level in levels.items():
            for rung in range(now[code] + 1, level + 1):
                waits = (
                    rule.for_level > levels[rule.for_indicator]
                    for rule in self.work.waiting
                    if (rule.indicator, rule.level) == (code, rung) and innovation is not None
                )
                if any(waits):
                    return None
                if any(
                    (lift.innovation, lift.indicator) == (name, code)
                    and lift.from_level < rung <= lift.level
                    for c in done
                    for lift in c.lifts
                ):
                    continue
                unit = innovation.profile.unit if innovation else None
                step = self.step(name, unit, code, rung)
                if step is None or step.effort is None or not self.in_time(step):
                    return None
                if self.idle(unit) and step.effort:
                    return None
                used = self.use(unit, step, step.effort)
                way = plus(way, Way(step.effort, Decimal(0), Decimal(0), used))
                raised.add(code)
        return plus(way, Way(len(raised) * self.per_action, Decimal(0), Decimal(0), self.zero))

    def step(self, name: str | None, unit: str | None, code: str, level: int) -> Step | None:
        """The nearest override, the later one of equals, else the usual step."""
        for wants_innovation, wants_unit in (
            (True, True),
            (True, False),
            (False, True),
            (False, False),
        ):
            for other in reversed(self.work.overrides):
                if (
                    (other.indicator, other.level) == (code, level)
                    and (other.innovation is not None) == wants_innovation
                    and (other.unit is not None) == wants_unit
                    and other.innovation in (None, name)
                    and other.unit in (None, unit)
                ):
                    return other.step
        return self.work.steps.get((code, level))


def plus(one: Way, other: Way) -> Way:
    """Both done."""
    used = tuple(a + b for a, b in zip(one.used, other.used, strict=True))
    return Way(one.effort + other.effort, one.spd + other.spd, one.sid + other.sid, used)
