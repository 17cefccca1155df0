"""The ground as an integer programme: columns, rows that always hold, and what they mean.

Let D be the divisor and n the number of counted innovations. The index is reached when

    points of the innovations + D × points of the region's raised rows >= needed(n)

which is linear once n is known. The programme holds all but that row: `stretches` puts it in
for one n, or bounds it for many.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from pragola.planning.ground import Choice, Entry, Ground, Ladder, Rules
from pragola.planning.kinds import Kind, kinds_of, points_surely


@dataclass(slots=True)
class Sheet:
    """A linear programme being written. All columns are whole numbers from `lower` to `upper`."""

    cost: list[int] = field(default_factory=list)
    lower: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    rows: list[tuple[Mapping[int, int], int | None, int | None]] = field(default_factory=list)

    def column(self, cost: int, upper: int, *, lower: int = 0) -> int:
        """A new column; its place."""
        self.cost.append(cost)
        self.lower.append(lower)
        self.upper.append(upper)
        return len(self.cost) - 1

    def row(
        self, terms: Mapping[int, int], *, least: int | None = None, most: int | None = None
    ) -> None:
        """A condition: the terms together lie between `least` and `most`."""
        self.rows.append((terms, least, most))


@dataclass(frozen=True, slots=True)
class Climb:
    """The columns of one ladder of a kind: how many members climb each rung, and by own hands."""

    climbed: tuple[int, ...]
    own: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A kind with its columns; `reported` counts the members that are reported."""

    kind: Kind
    reported: int | None
    climbs: tuple[Climb, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What the columns bring by the rules of an edition, in points.

    `enough` says whether basic services are to be covered. `innovations` and `region` are points
    by column, the former times the divisor, `surely` those that are there in any case.
    """

    rules: Rules
    enough: bool
    innovations: Mapping[int, Fraction]
    region: Mapping[int, Fraction]
    surely: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """All columns and lasting rows, and what they bring `now` and by the `later` edition.

    `counted` is the column with the number of counted innovations. `first` is the first of them
    where the programme is that of a slope (`pragola.planning.slope`).
    """

    ground: Ground
    sheet: Sheet
    placed: tuple[Placed, ...]
    together: tuple[int, ...]
    counted: int
    now: Demand
    later: Demand | None = None
    first: int | None = None

    @property
    def fewest(self) -> int:
        """The smallest number of counted innovations."""
        return self.sheet.lower[self.counted]

    @property
    def most(self) -> int:
        """The largest number of counted innovations."""
        return self.sheet.upper[self.counted]


def programmes_of(ground: Ground) -> tuple[Programme, ...]:
    """The programmes to be looked at: with enough basic services, and without if need be.

    Where enough are covered in any case, a plan without them is none; where they cannot be
    covered, a plan with them is none.
    """
    later = (True,) if ground.later is None else _enough(ground, ground.later, later=True)
    return tuple(
        _Writer(ground, enough=enough, enough_later=other).write()
        for enough in _enough(ground, ground.rules, later=False)
        for other in later
    )


def _enough(ground: Ground, rules: Rules, *, later: bool) -> tuple[bool, ...]:
    """Whether plans are looked at that cover the basic services, and that do not."""
    required = rules.services
    if required is None or len(ground.covered_surely(later=later)) >= required:
        return (True,)
    entries = (e for e in ground.entries if e.choice is not Choice.OUT)
    possible = {a for e in entries for a in (e.later_basic if later else e.basic)}
    return (True, False) if len(possible) >= required else (False,)


class _Writer:
    def __init__(self, ground: Ground, *, enough: bool, enough_later: bool) -> None:
        self.ground = ground
        self.enough = enough
        self.enough_later = enough_later
        self.sheet = Sheet()
        self.innovations: dict[int, Fraction] = {}
        self.region: dict[int, Fraction] = {}
        self.later: tuple[dict[int, Fraction], dict[int, Fraction]] = {}, {}
        self.spent: list[dict[int, int]] = [{} for _ in ground.limits]

    def write(self) -> Programme:
        together = tuple(self._together())
        placed = tuple(self._kind(kind, together) for kind in kinds_of(self.ground))
        counted = self._counted(placed)
        self._limits()
        if self.enough:
            self._services(placed, self.ground.rules, later=False)
        now, later = points_surely(self.ground)
        return Programme(
            ground=self.ground,
            sheet=self.sheet,
            placed=placed,
            together=together,
            counted=counted,
            now=Demand(
                rules=self.ground.rules,
                enough=self.enough,
                innovations=self.innovations,
                region=self.region,
                surely=now,
            ),
            later=self._later(placed, later),
        )

    def _later(self, placed: Sequence[Placed], surely: Fraction) -> Demand | None:
        rules = self.ground.later
        if rules is None:
            return None
        if self.enough_later:
            self._services(placed, rules, later=True)
        innovations, region = self.later
        return Demand(
            rules=rules,
            enough=self.enough_later,
            innovations=innovations,
            region=region,
            surely=surely,
        )

    def _together(self) -> list[int]:
        sheet, together = self.sheet, self.ground.together
        columns = [
            sheet.column(each.effort, 0 if each.barred else 1, lower=int(each.surely))
            for each in together
        ]
        for each, column in zip(together, columns, strict=True):
            for needed in each.needs:
                sheet.row({column: 1, columns[needed]: -1}, most=0)
            self._spend(each.limits, column, each.effort)
        return columns

    def _kind(self, kind: Kind, together: Sequence[int]) -> Placed:
        reported = self._reported(kind.entry, len(kind.members)) if kind.entry else None
        climbs = tuple(self._climb(ladder, kind, reported, together) for ladder in kind.ladders)
        for ladder, climb in zip(kind.ladders, climbs, strict=True):
            self._waits(ladder, climb, climbs)
        if kind.entry and reported is not None:
            for gate in kind.entry.gates:
                self.sheet.row({reported: 1, climbs[gate].climbed[0]: -1}, most=0)
        return Placed(kind, reported, climbs)

    def _reported(self, entry: Entry, members: int) -> int:
        column = self.sheet.column(entry.entering, members)
        self.innovations[column] = Fraction(entry.points)
        self.later[0][column] = entry.later
        self._spend(entry.limits, column, entry.entering)
        return column

    def _climb(
        self, ladder: Ladder, kind: Kind, reported: int | None, together: Sequence[int]
    ) -> Climb:
        sheet, members = self.sheet, len(kind.members)
        points = self.region if kind.regional else self.innovations
        later = self.later[kind.regional]
        climbed: list[int] = []
        own: list[int | None] = []
        below = reported
        for number, rung in enumerate(ladder.rungs):
            lower = members if number < ladder.surely and reported is None else 0
            by_hand = rung.own or 0
            column = sheet.column(0 if rung.lifted_by else by_hand, members, lower=lower)
            points[column] = Fraction(ladder.weight)
            later[column] = rung.later
            if below is not None:
                sheet.row({column: 1, below: -1}, most=0)
            hands = column
            if rung.lifted_by:
                hands = sheet.column(by_hand, members if rung.own is not None else 0)
                covering = {together[place]: -members for place in rung.lifted_by}
                sheet.row({column: 1, hands: -1, **covering}, most=0)
            self._spend(rung.limits, hands, by_hand)
            climbed.append(column)
            own.append(hands if rung.lifted_by else None)
            below = column
        return Climb(tuple(climbed), tuple(own))

    def _waits(self, ladder: Ladder, climb: Climb, climbs: Sequence[Climb]) -> None:
        for rung, column in zip(ladder.rungs, climb.climbed, strict=True):
            for other, height in rung.waits:
                before = climbs[other].climbed[height - 1]
                self.sheet.row({column: 1, before: -1}, most=0)

    def _counted(self, placed: Sequence[Placed]) -> int:
        surely = sum(1 for e in self.ground.entries if e.choice is Choice.IN)
        columns = [p.reported for p in placed if p.reported is not None]
        most = surely + sum(self.sheet.upper[c] for c in columns)
        counted = self.sheet.column(0, most, lower=surely)
        terms = dict.fromkeys(columns, -1) | {counted: 1}
        self.sheet.row(terms, least=surely, most=surely)
        return counted

    def _limits(self) -> None:
        for limit, spent in zip(self.ground.limits, self.spent, strict=True):
            if spent:
                self.sheet.row(spent, most=limit.grains)

    def _spend(self, limits: Sequence[int], column: int, effort: int) -> None:
        for limit in limits:
            if effort:
                self.spent[limit][column] = effort

    def _services(self, placed: Sequence[Placed], rules: Rules, *, later: bool) -> None:
        """Enough affairs of basic service have a reported innovation."""
        required = rules.services or 0
        surely = self.ground.covered_surely(later=later)
        if len(surely) >= required:
            return
        covering: dict[int, dict[int, int]] = {}
        for each in placed:
            if each.kind.entry and each.reported is not None:
                entry = each.kind.entry
                for affair in entry.later_basic if later else entry.basic:
                    covering.setdefault(affair, {})[each.reported] = -1
        affairs = []
        for terms in covering.values():
            affair = self.sheet.column(0, 1)
            self.sheet.row({affair: 1, **terms}, most=0)
            affairs.append(affair)
        self.sheet.row(dict.fromkeys(affairs, 1), least=required - len(surely))
