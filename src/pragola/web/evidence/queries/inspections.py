"""What inspection found for uses of evidence, in words and with places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from pragola.inspection.findings import Finding, Place, Region, Severity, Spot
from pragola.inspection.report import finding_of
from pragola.inspection.steps import Step, step_in
from pragola.rulebooks import load_edition
from pragola.web.evidence.models import Inspection, InspectionState, Use
from pragola.web.evidence.queries.links import link_findings
from pragola.web.evidence.queries.marks import is_video
from pragola.web.shared.times import day_and_clock
from pragola.wording import Language, say
from pragola.wording.check_words import measure_name
from pragola.wording.places import show_page

_UNDER_WAY = (InspectionState.WAITING, InspectionState.RUNNING)
_HOLDS = timedelta(seconds=90)
"""The slowest page takes 75 s; a worker that has said nothing for longer may be dead."""
_ORDER = list(Severity)
_GRAVE = (Severity.BLOCKS, Severity.DOUBTFUL)
_MOST_AT_ONCE = 3
"""Of what is to be mended: a scan with forty poor pages is told by its first ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One finding: `at` is what behind the evidence's address opens its page, `page` that page.

    `where` names that place, and `spots` are the places of single facts. `number` is by which it
    can be opened; None for what the address of a link tells. `check` is the check that made it.
    """

    severity: str
    words: str
    page: int | None
    second: int | None
    at: str
    where: str
    number: int | None
    check: str
    spots: Sequence["ToldSpot"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldSpot:
    """Where one fact was read, as `Told`; `name` is what the fact is called."""

    name: str
    at: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What a worker is doing with a file, in words, and how much of that is done, 0 to 99."""

    words: str
    percent: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How far an inspection is, and what it found: the gravest first.

    `is_file`: a file was inspected, and not the address of a link; `watched`: it is a video that is
    watched by its substances. `doing` is known only while a
    worker says so; `inspected` and `checks` tell when and by which version of the checks.
    """

    use: int
    evidence: int
    state: str
    under_way: bool
    isolated: bool
    told: Sequence[Told]
    is_file: bool = False
    watched: bool = False
    doing: Doing | None = None
    inspected: str = ""
    checks: str = ""

    @property
    def gravest(self) -> str:
        """The severity by which the whole is shown; empty while it is not known."""
        return self.told[0].severity if self.told else ""

    @property
    def first(self) -> Sequence[Told]:
        """What is told at once: all that is to be mended, if it is not too much, or the best."""
        grave = [each for each in self.told if each.severity in _GRAVE]
        return grave[:_MOST_AT_ONCE] or self.told[:1]

    @property
    def rest(self) -> Sequence[Told]:
        """What is told after that."""
        return self.told[len(self.first) :]


def with_inspections(uses: QuerySet[Use]) -> QuerySet[Use]:
    """The uses with what was found; one query more for all of them."""
    needed = uses.select_related("inspection", "evidence__file", "entry__assessment__region")
    return needed.prefetch_related("inspection__findings")


def outcome_of(use: Use, language: Language, now: datetime) -> Outcome | None:
    """The outcome for a use from `with_inspections`; None where nothing is to be inspected.

    A link's address is looked at here and now: nothing is fetched.
    """
    if use.evidence.link:
        return _of_link(use, language)
    inspection = getattr(use, "inspection", None)
    return None if inspection is None else _of_file(use, inspection, language, now)


def step_of(inspection: Inspection, now: datetime) -> Step | None:
    """What is being done with a file now; None where nobody has said so for a while."""
    said = inspection.state == InspectionState.RUNNING and inspection.step_at
    if not said or now - said > _HOLDS:
        return None
    return step_in(inspection.step.encode())


def _of_file(use: Use, inspection: Inspection, language: Language, now: datetime) -> Outcome:
    state = InspectionState(inspection.state)
    step, ended = step_of(inspection, now), inspection.ended_at
    zone = ZoneInfo(use.entry.assessment.region.time_zone)
    over = state not in _UNDER_WAY
    return Outcome(
        use=use.pk,
        evidence=use.evidence_id,
        state=str(state.label),
        under_way=state in _UNDER_WAY,
        isolated=state == InspectionState.ISOLATED,
        told=_of_rows(inspection, language) if state == InspectionState.DONE else (),
        is_file=over,
        watched=is_video(use),
        doing=Doing(words=say(step, language), percent=step.percent) if step else None,
        inspected=day_and_clock(ended, zone, language) if over and ended else "",
        checks=inspection.checks,
    )


def _of_link(use: Use, language: Language) -> Outcome | None:
    edition = load_edition(use.entry.assessment.edition)
    findings = link_findings(edition, use.part, use.evidence.link)
    if not findings:
        return None
    return Outcome(
        use=use.pk,
        evidence=use.evidence_id,
        state=str(InspectionState.DONE.label),
        under_way=False,
        isolated=False,
        told=_gravest_first(told_of(each, language) for each in findings),
    )


def _of_rows(inspection: Inspection, language: Language) -> Sequence[Told]:
    rows = inspection.findings.all()
    return _gravest_first(
        told_of(finding_of(row.told), language, number=row.number) for row in rows
    )


def told_of(finding: Finding, language: Language, *, number: int | None = None) -> Told:
    """A finding in words."""
    return Told(
        severity=finding.severity.value,
        words=say(finding, language),
        page=finding.place.page,
        second=finding.place.second,
        at=address_of(finding.place),
        where=_where(finding.place, language),
        number=number,
        check=finding.check,
        spots=tuple(_spot(each, language) for each in finding.spots),
    )


def _spot(spot: Spot, language: Language) -> ToldSpot:
    place = Place(page=spot.page, region=spot.region)
    name = measure_name(spot.fact, language)
    return ToldSpot(name=name, at=address_of(place), where=_where(place, language))


def _where(place: Place, language: Language) -> str:
    return show_page(place.page, place.region, language) if place.page else ""


def address_of(place: Place) -> str:
    """What behind the address of evidence opens that page, with the part of it marked."""
    if not place.page:
        return ""
    asked = {"hal": str(place.page)}
    if part := place.region:
        asked["kotak"] = region_asked(part)
    return f"?{urlencode(asked, safe=',')}"


def region_asked(part: Region) -> str:
    """A part of a page as an address asks for it to be marked."""
    return f"{part.left},{part.top},{part.right},{part.bottom}"


def _gravest_first(told: Iterable[Told]) -> Sequence[Told]:
    return tuple(sorted(told, key=lambda each: _ORDER.index(Severity(each.severity))))
