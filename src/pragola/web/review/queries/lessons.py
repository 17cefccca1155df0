"""What verdicts teach: how often claims were accepted as claimed, by what they rest on."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from pragola.inspection.findings import Severity
from pragola.inspection.report import finding_of
from pragola.planning.certainty.shares import Interval, expected_share, wilson
from pragola.rulebooks import load_edition
from pragola.web.evidence.models import InspectionFinding
from pragola.web.innovations.models import Assessment
from pragola.web.review.models import Reading, Verdict, VerdictKind
from pragola.wording import Language
from pragola.wording.check_words import check_name
from pragola.wording.papers import say_kinds

FEW = 10
"""With fewer cases it is said that they are few, and no chance is told to a planner."""
_KIND = "document_kind"
_GRAVE = (Severity.BLOCKS, Severity.DOUBTFUL)


@dataclass(slots=True)
class InspectedAs:
    """As which kinds of paper a proof was read, and which checks warned of it."""

    kinds: set[str] = field(default_factory=set)
    checks: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A verdict as something to learn from: `accepted` is at the level that was claimed."""

    accepted: bool
    returned: bool
    reason: str
    indicator: str
    unit: int
    unit_name: str
    kinds: frozenset[str]
    checks: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How often claims of one kind were accepted as claimed, with where the true share may lie.

    `low` and `high` are percents; `mostly` is the reason that was given most, empty without one.
    """

    key: str
    name: str
    number: int
    accepted: int
    returned: int
    low: int
    high: int
    mostly: str
    few: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """The chance that a claim on one indicator is accepted at its level, and what it rests on.

    `accepted` is the share to be expected of the next claim, never quite 0 or 1; `of` of the
    `cases` verdicts accepted theirs as claimed, and the true share lies in `interval`.
    """

    accepted: Fraction
    of: int
    cases: int
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """What the verdicts of an assessment teach, the worst first; those with few cases come last."""

    whole: Rate
    indicators: tuple[Rate, ...]
    kinds: tuple[Rate, ...]
    findings: tuple[Rate, ...]
    units: tuple[Rate, ...]


def cases_of(assessment: Assessment, units: Q) -> tuple[Case, ...]:
    """Every verdict that stood as a case, of units that meet the condition; two queries.

    What a third reading settled counts as it was settled; a second one is no case of its own.
    """
    rows = list(
        _counting(assessment, units)
        .select_related("claim__entry__innovation__unit", "about")
        .order_by("id")
    )
    seen = _seen_in(rows)
    return tuple(_case(row, seen) for row in rows)


def lessons_of(assessment: Assessment, units: Q, language: Language) -> Lessons:
    """What those cases teach."""
    cases = cases_of(assessment, units)
    names = {
        each.code: f"{each.code} · {each.name}"
        for each in load_edition(assessment.edition).sid_indicators
    }
    units_by = {str(case.unit): case.unit_name for case in cases}
    return Lessons(
        whole=_rate("", _("Semua klaim"), cases),
        indicators=_rates(cases, lambda case: (case.indicator,), lambda key: names.get(key, key)),
        kinds=_rates(cases, lambda case: case.kinds, lambda key: say_kinds([key], language)),
        findings=_rates(cases, lambda case: case.checks, lambda key: check_name(key, language)),
        units=_rates(cases, lambda case: (str(case.unit),), lambda key: units_by[key]),
    )


def chances_of_acceptance(assessment: Assessment) -> Mapping[str, Chance]:
    """For the planner: the chance of a claim by its indicator, from this assessment's verdicts.

    An indicator with fewer than FEW cases is not in it: too little is known. One query.
    """
    found: dict[str, list[bool]] = defaultdict(list)
    given = _counting(assessment, Q()).order_by("claim__indicator", "id")
    for code, level, claimed in given.values_list("claim__indicator", "level", "claimed_level"):
        found[code].append(level == claimed)
    return {code: _chance(each) for code, each in found.items() if len(each) >= FEW}


def _counting(assessment: Assessment, units: Q) -> QuerySet[Verdict]:
    """The verdicts that count as cases."""
    return (
        Verdict.objects.filter(
            units,
            claim__entry__assessment=assessment,
            kind__in=(VerdictKind.ACCEPTED, VerdictKind.RETURNED),
        )
        .exclude(reading=Reading.SECOND)
        .exclude(later__kind=VerdictKind.WITHDRAWN)
        .exclude(later__reading__in=(Reading.THIRD, Reading.ANSWER))
    )


def _chance(accepted_of_each: Sequence[bool]) -> Chance:
    accepted, cases = sum(accepted_of_each), len(accepted_of_each)
    return Chance(
        accepted=expected_share(accepted, cases),
        of=accepted,
        cases=cases,
        interval=wilson(accepted, cases),
    )


def _seen_in(rows: Iterable[Verdict]) -> Mapping[tuple[int, str, int], InspectedAs]:
    """What inspection saw in the proofs of these verdicts, also of those taken off since."""
    found: dict[tuple[int, str, int], InspectedAs] = defaultdict(InspectedAs)
    findings = (
        InspectionFinding.objects.filter(
            Q(severity__in=_GRAVE) | Q(code=_KIND),
            inspection__use__entry__in={row.claim.entry_id for row in rows},
        )
        .select_related("inspection__use")
        .order_by("pk")
    )
    for each in findings:
        use, finding = each.inspection.use, finding_of(each.told)
        place = (use.entry_id, use.part, use.evidence_id)
        if each.severity in _GRAVE:
            found[place].checks.add(finding.check)
        if each.code == _KIND:
            kind = dict(finding.facts).get("kind")
            found[place].kinds.update(str(kind).split(", ") if kind else ())
    return found


def _case(row: Verdict, seen: Mapping[tuple[int, str, int], InspectedAs]) -> Case:
    claim = row.claim
    told = row.rests_on.get("proofs", {})
    proofs = [seen.get((claim.entry_id, claim.indicator, int(each))) for each in told]
    unit = claim.entry.innovation.unit
    return Case(
        accepted=row.level == row.claimed_level,
        returned=row.kind == VerdictKind.RETURNED,
        reason=_why(row),
        indicator=claim.indicator,
        unit=unit.pk,
        unit_name=unit.name,
        kinds=frozenset(kind for each in proofs if each for kind in each.kinds),
        checks=frozenset(check for each in proofs if each for check in each.checks),
    )


def _why(row: Verdict) -> str:
    """Why less than the claim was accepted; of an answer, what the verdict before said."""
    said = row.about if row.reading == Reading.ANSWER and row.about else row
    return said.standard or said.reason


def _rates(
    cases: Iterable[Case],
    keys_of: Callable[[Case], Iterable[str]],
    name_of: Callable[[str], str],
) -> tuple[Rate, ...]:
    found: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        for key in keys_of(case):
            found[key].append(case)
    rates = [_rate(key, name_of(key), each) for key, each in found.items()]
    return tuple(sorted(rates, key=lambda rate: (rate.few, rate.high, rate.name)))


def _rate(key: str, name: str, cases: Sequence[Case]) -> Rate:
    accepted = sum(case.accepted for case in cases)
    interval = wilson(accepted, len(cases))
    reasons = Counter(case.reason for case in cases if not case.accepted and case.reason)
    return Rate(
        key=key,
        name=name,
        number=len(cases),
        accepted=accepted,
        returned=sum(case.returned for case in cases),
        low=round(100 * interval.low),
        high=round(100 * interval.high),
        mostly=next((reason for reason, _number in reasons.most_common(1)), ""),
        few=len(cases) < FEW,
    )
