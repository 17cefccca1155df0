"""What the engine says of one assessment, computed once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, lru_cache

from django.conf import settings

from pragola.demonstration import demonstration, target
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Innovation
from pragola.scoring.assessment import assess
from pragola.scoring.edition import Edition
from pragola.scoring.explanation import Node, explain
from pragola.scoring.prospects import prospects
from pragola.scoring.results import Assessed
from pragola.web.innovations.models import Assessment
from pragola.web.innovations.official_index import OfficialIndex, recorded_in
from pragola.web.innovations.official_values import Official, official_of
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.regions.models import Unit, Upload
from pragola.web.targets.models import Calculation
from pragola.wording import Sentence
from pragola.workbook import answers_from

LIVE = "daerah-"
PLANNED = "rencana-"
READINGS = ("claimed", "verified", "other_claimed", "other_verified")
_MOST_UPLOADS = 8
_MOST_TREES = 32


@dataclass(frozen=True, slots=True)
class Notice:
    """What the reader of a file noticed, and where."""

    place: str
    sentence: Sentence


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Known:
    """One assessment: its edition, everything assessed, and the index aimed at, if any.

    `subject` names it in addresses: a year of the demonstration, or an upload. `official` is what
    the ministry found, by innovation, as far as that was recorded; `recorded` the index that
    it gave the government, by year, as far as the coordinator recorded it.
    """

    subject: str
    edition: Edition
    assessed: Assessed
    target: Decimal | None
    demonstrated: bool
    siblings: tuple[tuple[str, str], ...] = ()
    notices: tuple[Notice, ...] = ()
    official: Mapping[str, Official] = field(default_factory=dict)
    recorded: Mapping[str, OfficialIndex] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tree:
    """An explanation's nodes by key, and the key above each; the root has none."""

    nodes: Mapping[str, Node]
    above: Mapping[str, str]


@cache
def known_demonstration(year: str) -> Known:
    """Everything known of a year. Raises NotDemonstratedError."""
    aim = target(year)
    edition = load_edition(year)
    assessed = assess(edition, demonstration(year))
    return Known(subject=year, edition=edition, assessed=assessed, target=aim, demonstrated=True)


def known_live(assessment: Assessment) -> Known:
    """Everything known of what a government has entered until now; six queries."""
    edition = load_edition(assessment.edition)
    siblings = tuple(Assessment.objects.filter(region=assessment.region_id).order_by("edition"))
    return Known(
        subject=live_subject(assessment),
        edition=edition,
        assessed=assess(edition, answers_of(assessment)),
        target=assessment.target,
        demonstrated=settings.DEMONSTRATION,
        siblings=tuple((live_subject(each), each.edition) for each in siblings),
        official={str(each.pk): official_of(each) for each in assessment.entries.all()},
        recorded=recorded_in(siblings),
    )


def known_planned(calculation: Calculation) -> Known:
    """Everything known of the answers that a plan leads to, as they were when it was made."""
    assessment = calculation.assessment
    edition = load_edition(assessment.edition)
    planned = answers_from(calculation.answers)
    names = dict(Unit.objects.filter(region=assessment.region_id).values_list("pk", "name"))
    answers = replace(
        planned, innovations=tuple(_with_unit(each, names) for each in planned.innovations)
    )
    return Known(
        subject=f"{PLANNED}{calculation.pk}",
        edition=edition,
        assessed=assess(edition, answers),
        target=calculation.target,
        recorded=recorded_in(Assessment.objects.filter(region=assessment.region_id)),
        demonstrated=settings.DEMONSTRATION,
    )


def _with_unit(innovation: Innovation, names: Mapping[int, str]) -> Innovation:
    """The innovation with its unit by name; plans know units by their ids."""
    unit = names.get(int(innovation.profile.unit or 0))
    return replace(innovation, profile=replace(innovation.profile, unit=unit))


def live_subject(assessment: Assessment) -> str:
    """The name in addresses of what a government has entered."""
    return f"{LIVE}{assessment.pk}"


def known_upload(upload: Upload) -> Known:
    """Everything known of a workbook that was scored."""
    notices = (Notice(n["place"], Sentence(id=n["id"], en=n["en"])) for n in upload.told)
    return _known_answers(upload.id, upload.answers, upload.target, tuple(dict.fromkeys(notices)))


@lru_cache(maxsize=_MOST_UPLOADS)
def _known_answers(subject: str, document: str, aim: str, notices: tuple[Notice, ...]) -> Known:
    answers = answers_from(json.loads(document))
    edition = load_edition(answers.edition)
    return Known(
        subject=subject,
        edition=edition,
        assessed=assess(edition, answers),
        target=Decimal(aim) if aim else None,
        demonstrated=False,
        notices=notices,
    )


@lru_cache(maxsize=_MOST_TREES)
def tree(told: Known, reading: str) -> Tree:
    """The explanation of the index in one of the four READINGS, and of what could change it."""
    score = getattr(told.assessed, reading)
    roots = (explain(told.edition, score), *prospects(told.edition, score, target=told.target))
    nodes: dict[str, Node] = {}
    above: dict[str, str] = {}
    for root in roots:
        own = {node.key: node for node in root.walk() if node.key not in nodes}
        above |= {p.key: key for key, node in own.items() for p in node.parts if p.key in own}
        nodes |= own
    return Tree(nodes, above)
