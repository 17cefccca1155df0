"""How well first and blind second readings agree, by indicator and by verifier."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Assessment
from pragola.web.review.agreement import cohens_kappa
from pragola.web.review.models import Reading, Turn, Verdict
from pragola.web.shared.numbers import figure
from pragola.wording import Language

FEW = 20
"""With fewer cases a kappa says little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Of how many cases read twice two readers gave the same level, and their kappa in words."""

    name: str
    cases: int
    same: int
    kappa: str
    few: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreements:
    """All of an assessment: as a whole, by indicator, by verifier; what still waits."""

    whole: Agreement
    indicators: tuple[Agreement, ...]
    verifiers: tuple[Agreement, ...]
    to_read_again: int
    to_settle: int


type Pair = tuple[int, int]


def agreements_of(assessment: Assessment, language: Language) -> Agreements:
    """How well readings agree; three queries. A verifier's pairs have their own level first."""
    second = Verdict.objects.filter(
        claim__entry__assessment=assessment, reading=Reading.SECOND
    ).select_related("about__judged_by", "judged_by", "claim")
    by_indicator: dict[str, list[Pair]] = defaultdict(list)
    by_verifier: dict[str, list[Pair]] = defaultdict(list)
    whole: list[Pair] = []
    for again in second:
        first = again.about
        if first is None:
            continue
        pair = (first.level or 0, again.level or 0)
        whole.append(pair)
        by_indicator[again.claim.indicator].append(pair)
        by_verifier[str(first.judged_by)].append(pair)
        by_verifier[str(again.judged_by)].append((pair[1], pair[0]))
    waiting = Turn.objects.filter(waiting=True, assessment=assessment)
    return Agreements(
        whole=_agreement("", whole, language),
        indicators=tuple(_of_indicators(assessment, by_indicator, language)),
        verifiers=tuple(_agreement(*each, language) for each in sorted(by_verifier.items())),
        to_read_again=waiting.filter(reading=Reading.SECOND).count(),
        to_settle=waiting.filter(reading=Reading.THIRD).count(),
    )


def _of_indicators(
    assessment: Assessment, pairs: Mapping[str, list[Pair]], language: Language
) -> Iterable[Agreement]:
    for each in load_edition(assessment.edition).sid_indicators:
        if each.code in pairs:
            yield _agreement(f"{each.code} · {each.name}", pairs[each.code], language)


def _agreement(name: str, pairs: list[Pair], language: Language) -> Agreement:
    kappa = cohens_kappa(pairs)
    return Agreement(
        name=name,
        cases=len(pairs),
        same=sum(1 for one, other in pairs if one == other),
        kappa="" if kappa is None else figure(kappa, language),
        few=len(pairs) < FEW,
    )
