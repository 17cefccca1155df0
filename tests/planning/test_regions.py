"""The random regions that everything is proven on: every feature of planning is on in many."""

from collections import Counter
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, settings

from pragola.planning.work import Situation, Wish
from pragola.scoring.answers import Status
from tests.planning.regions import situations

LOOKED_AT, MANY, MOST = 300, 30, 9
LOOK = settings(
    max_examples=LOOKED_AT, phases=(Phase.generate,), suppress_health_check=list(HealthCheck)
)


def has(status: Status) -> Callable[[Situation], bool]:
    return lambda s: any(i.status is status for i in s.answers.innovations)


FEATURES: dict[str, Callable[[Situation], bool]] = {
    "collective actions": lambda s: bool(s.work.collectives),
    "one after another": lambda s: any(c.needs for c in s.work.collectives),
    "rows of the region lifted": lambda s: any(
        lift.innovation is None for c in s.work.collectives for lift in c.lifts
    ),
    "rows of the region by hand": lambda s: any(
        code.startswith("SPD") and step.effort is not None
        for (code, _), step in s.work.steps.items()
    ),
    "hands": lambda s: bool(s.work.capacities),
    "hands until a day": lambda s: any(c.until for c in s.work.capacities),
    "what comes before": lambda s: bool(s.work.waiting),
    "deadlines": lambda s: (
        s.work.start is not None and any(step.due for step in s.work.steps.values())
    ),
    "efforts of its own": lambda s: bool(s.work.overrides),
    "drafts": lambda s: has(Status.DRAFT)(s) and s.work.entering is not None,
    "withholding": lambda s: s.withholding and has(Status.ACCEPTED)(s),
    "rejected in the divisor": lambda s: s.rejected_counts and has(Status.REJECTED)(s),
    "rejected out of the divisor": lambda s: not s.rejected_counts and has(Status.REJECTED)(s),
    "something unwanted": lambda s: any(f.wish is Wish.NOT for f in s.work.fixes),
    "something wanted surely": lambda s: any(f.wish is Wish.SURELY for f in s.work.fixes),
    "a unit without hands": lambda s: any(f.wish is Wish.NO_HANDS for f in s.work.fixes),
    "basic services": lambda s: s.edition.min_basic_services is not None,
}


def test_every_feature_is_on_in_many_regions_and_most_are_on_at_once_in_some() -> None:
    seen: Counter[str] = Counter()
    together: list[int] = []

    @LOOK
    @given(situations())
    def look(situation: Situation) -> None:
        there = [name for name, on in FEATURES.items() if on(situation)]
        seen.update(there)
        together.append(len(there))

    look()
    rare = {name: seen[name] for name in FEATURES if seen[name] < MANY}
    assert rare == {}
    assert sum(1 for number in together if number >= MOST) >= MANY
