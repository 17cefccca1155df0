"""What stands beside a plan on request: sureness, what would change it, the curve, other years."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from pragola.cli.numbers import change, figure
from pragola.cli.plan_page import days
from pragola.cli.plan_words import plan_words
from pragola.planning.certainty.chance_hinges import ChanceHinge
from pragola.planning.certainty.distribution import Method
from pragola.planning.certainty.learned import Verdicts
from pragola.planning.certainty.reporting import Reporting
from pragola.planning.certainty.sure_plan import NotSureEnough, SurePlan
from pragola.planning.certainty.sureness import Fall, Footing, Sureness, Threat
from pragola.planning.plan import Plan
from pragola.planning.sensitivity import Hinge, Sensitivity
from pragola.scoring.results import Score
from pragola.wording import Language
from pragola.workbook.raw import Json

_CHANCE = 6


def percent(chance: float | Fraction, language: Language) -> str:
    """A chance in percent with one decimal, never shown as certain where it is not."""
    shown = Fraction(chance) * 100
    if 0 < 100 - shown < Fraction(1, 20):
        return f"> {figure(Fraction(999, 10), language, decimals=1)} %"
    return f"{figure(shown, language, decimals=1)} %"


def sure_lines(answer: SurePlan | NotSureEnough, language: Language) -> Iterator[str]:
    """Chance, what it rests on, what the margin is for, and what threatens."""
    best = answer if isinstance(answer, SurePlan) else answer.best
    sure = best.sureness
    yield ""
    if isinstance(answer, NotSureEnough):
        wanted = percent(sure.confidence, language)
        yield plan_words("not_sure_enough", language, confidence=wanted)
    yield _chance_line(sure, language)
    least = "" if best.least is None else days(best.least, language)
    if isinstance(answer, SurePlan):
        key = "sure_least" if best.least is not None else "sure_found"
        key = "sure_proven" if best.proven else key
        yield plan_words(key, language, least=least)
    yield plan_words("threats", language)
    for threat in sure.threats:
        yield f"  {_threat(threat, language)}"
    yield plan_words("beliefs_rest", language, footings=_footings(sure.footings, language))


def _chance_line(sure: Sureness, language: Language) -> str:
    key = "exact_chance" if sure.method is Method.EXACT else "drawn_chance"
    return plan_words(
        key,
        language,
        target=figure(sure.target, language),
        reach=percent(sure.reach, language),
        error=percent(sure.error, language),
        confidence=percent(sure.confidence, language),
        likely=figure(sure.likely, language),
        margin=figure(sure.margin, language),
        expected=figure(Fraction(sure.expected), language),
    )


def _footings(footings: Sequence[Footing], language: Language) -> str:
    """What the chances rest on, with the number of claims and shared proofs."""
    return ", ".join(
        plan_words(f"rests_{each.rests.value}", language, number=each.claims + each.proofs)
        for each in footings
    )


def _threat(threat: Threat, language: Language) -> str:
    subject = threat.subject if threat.indicator is None else f"{threat.subject}/{threat.indicator}"
    return plan_words(
        f"threat_{threat.kind.value}",
        language,
        subject=subject,
        chance=percent(threat.chance, language),
        loses=figure(threat.loses, language, decimals=3),
        reach=percent(threat.reach, language),
    )


def sensitivity_lines(told: Sensitivity, language: Language, *, alike: bool) -> Iterator[str]:
    """At which effort the plan would turn, and the plan by the other reading.

    `alike`: all that is compared is ahead of the target by the same margin on average.
    """
    yield ""
    yield plan_words("hinges", language)
    if alike:
        yield "  " + plan_words("hinges_alike", language, effort=days(told.effort, language))
    for hinge in told.hinges:
        yield f"  {_hinge(hinge, language)}"
    other = told.other_reading
    key = "reading_counts" if other.rejected_counts else "reading_leaves_out"
    effort = "–" if other.plan is None else days(other.plan.effort, language)
    yield plan_words(key, language, effort=effort, now=days(told.effort, language))


def _hinge(hinge: Hinge, language: Language) -> str:
    if hinge.turns_at is None:
        key = "needed_anyway" if hinge.done else "never_in"
    else:
        key = "stays_until" if hinge.done else "comes_in_below"
    turns_at = "" if hinge.turns_at is None else days(hinge.turns_at, language)
    effort = days(hinge.effort, language)
    return plan_words(key, language, id=hinge.collective, effort=effort, turns_at=turns_at)


def chance_lines(told: Sequence[ChanceHinge], language: Language) -> Iterator[str]:
    """How low each chance of acceptance may be with the plan still sure enough."""
    yield ""
    yield plan_words("chance_hinges", language)
    for each in told:
        needed = "–" if each.needed is None else percent(each.needed, language)
        yield "  " + plan_words(
            "chance_never" if each.needed is None else "chance_needed",
            language,
            subject=each.subject,
            claims=each.claims,
            believed=percent(each.believed, language),
            needed=needed,
        )


def chance_document(told: Sequence[ChanceHinge]) -> list[Json]:
    """The same for a program."""
    return [
        {
            "subject": each.subject,
            "proof": each.proof,
            "claims": each.claims,
            "believed": f"{float(each.believed):.{_CHANCE}f}",
            "needed": None if each.needed is None else f"{float(each.needed):.2f}",
        }
        for each in told
    ]


def curve_lines(plans: Sequence[Plan], language: Language) -> Iterator[str]:
    """Effort against index, each point the best there is."""
    yield ""
    yield plan_words("curve", language)
    for plan in plans:
        effort = plan_words("days", language, days=days(plan.effort, language))
        yield f"  {effort:>20}  {figure(plan.index, language):>7}  {plan.after.band.name}"


def later_lines(edition: str, before: Score, after: Score, language: Language) -> Iterator[str]:
    """The same answers by another edition, without and with the plan."""
    yield ""
    yield plan_words(
        "later",
        language,
        edition=edition,
        before=figure(before.index, language),
        after=figure(after.index, language),
        band=after.band.name,
    )


def reporting_lines(told: Sequence[Reporting], language: Language) -> Iterator[str]:
    """Every innovation that is better not reported, or better reported, than it is now."""
    yield ""
    yield plan_words("reporting", language)
    others = [each for each in told if each.worth_reporting != each.reported]
    for each in sorted(others, key=lambda each: each.expected):
        key = "better_reported" if each.worth_reporting else "better_withheld"
        yield "  " + plan_words(
            key,
            language,
            innovation=each.innovation,
            expected=change(Fraction(each.expected), language, decimals=3),
            rejected=change(Fraction(each.rejected), language, decimals=3),
            chance=percent(each.chance, language),
        )
    if not others:
        yield "  " + plan_words("reporting_fine", language)


def sure_document(answer: SurePlan | NotSureEnough) -> dict[str, Json]:
    """Sureness for a program: chances as decimals."""
    best = answer if isinstance(answer, SurePlan) else answer.best
    sure = best.sureness
    return {
        "sure_enough": isinstance(answer, SurePlan),
        "confidence": str(sure.confidence),
        "reach": f"{sure.reach:.{_CHANCE}f}",
        "error": f"{sure.error:.1e}",
        "method": sure.method.value,
        "likely": str(sure.likely),
        "margin": str(sure.margin),
        "expected": f"{sure.expected:.{_CHANCE}f}",
        "least_effort_of_any": None if best.least is None else format(best.least, "f"),
        "rest_on": [
            {"rests": each.rests.value, "claims": each.claims, "proofs": each.proofs}
            for each in sure.footings
        ],
        "threats": [
            {
                "kind": threat.kind.value,
                "subject": threat.subject,
                "indicator": threat.indicator if threat.kind is Fall.CLAIM else None,
                "chance": f"{float(threat.chance):.{_CHANCE}f}",
                "loses": f"{float(threat.loses):.{_CHANCE}f}",
                "reach": f"{threat.reach:.{_CHANCE}f}",
                "rests": threat.rests.value,
                **_verdicts_document(threat.verdicts),
            }
            for threat in sure.threats
        ],
    }


def _verdicts_document(verdicts: Verdicts | None) -> dict[str, Json]:
    """The verdicts that a chance rests on, with the interval of the true share."""
    if verdicts is None:
        return {}
    interval = verdicts.interval
    return {
        "verdicts": verdicts.cases,
        "between": [f"{interval.low:.{_CHANCE}f}", f"{interval.high:.{_CHANCE}f}"],
    }


def sensitivity_document(told: Sensitivity) -> dict[str, Json]:
    """What would change the plan, for a program."""
    other = told.other_reading
    return {
        "effort": format(told.effort, "f"),
        "collectives": [
            {
                "id": hinge.collective,
                "done": hinge.done,
                "effort": format(hinge.effort, "f"),
                "turns_at": None if hinge.turns_at is None else format(hinge.turns_at, "f"),
            }
            for hinge in told.hinges
        ],
        "other_reading": {
            "rejected_in_divisor": other.rejected_counts,
            "effort": None if other.plan is None else format(other.plan.effort, "f"),
        },
    }


def reporting_document(told: Sequence[Reporting]) -> list[Json]:
    """Report or withhold, for a program."""
    return [
        {
            "innovation": each.innovation,
            "reported": each.reported,
            "expected": f"{each.expected:.{_CHANCE}f}",
            "accepted": f"{each.accepted:.{_CHANCE}f}",
            "rejected": f"{each.rejected:.{_CHANCE}f}",
            "chance": f"{float(each.chance):.{_CHANCE}f}",
        }
        for each in told
    ]
