"""What inspection found for uses of evidence, in words and with places."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet

from pragola.inspection.findings import Finding, Severity
from pragola.inspection.report import finding_of
from pragola.rulebooks import load_edition
from pragola.web.evidence.models import Inspection, InspectionState, Use
from pragola.web.evidence.queries.links import link_findings
from pragola.wording import Language, say

_UNDER_WAY = (InspectionState.WAITING, InspectionState.RUNNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One finding: `at` is what behind the evidence's address opens its page, `page` that page."""

    severity: str
    words: str
    page: int | None
    second: int | None
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How far an inspection is, and what it found: the gravest first."""

    use: int
    evidence: int
    state: str
    under_way: bool
    isolated: bool
    told: Sequence[Told]

    @property
    def gravest(self) -> str:
        """The severity by which the whole is shown; empty while it is not known."""
        return self.told[0].severity if self.told else ""


def with_inspections(uses: QuerySet[Use]) -> QuerySet[Use]:
    """The uses with what was found; one query more for all of them."""
    needed = uses.select_related("inspection", "evidence", "entry__assessment")
    return needed.prefetch_related("inspection__findings")


def outcome_of(use: Use, language: Language) -> Outcome | None:
    """The outcome for a use from `with_inspections`; None where nothing is to be inspected.

    A link's address is looked at here and now: nothing is fetched.
    """
    if use.evidence.link:
        return _of_link(use, language)
    inspection = getattr(use, "inspection", None)
    if inspection is None:
        return None
    state = InspectionState(inspection.state)
    return Outcome(
        use=use.pk,
        evidence=use.evidence_id,
        state=str(state.label),
        under_way=state in _UNDER_WAY,
        isolated=state == InspectionState.ISOLATED,
        told=_told(_found(inspection), language) if state == InspectionState.DONE else (),
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
        told=_told(findings, language),
    )


def _found(inspection: Inspection) -> Sequence[Finding]:
    return [finding_of(each.told) for each in inspection.findings.all()]


def _told(findings: Iterable[Finding], language: Language) -> Sequence[Told]:
    order = list(Severity)
    return tuple(
        Told(
            severity=each.severity.value,
            words=say(each, language),
            page=each.place.page,
            second=each.place.second,
            at=f"?{urlencode({'hal': each.place.page})}" if each.place.page else "",
        )
        for each in sorted(findings, key=lambda found: order.index(found.severity))
    )
