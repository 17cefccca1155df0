"""Findings as inspection leaves them, for tests of pages that show them."""

from typing import Any

from pragola.inspection.findings import Finding, Place, Region, Severity
from pragola.inspection.report import Report, as_document
from pragola.web.evidence.models import Inspection, InspectionFinding, InspectionState, Use
from tests.web.workplace import MOMENT


def as_told(finding: Finding) -> dict[str, Any]:
    """A finding as its row keeps it."""
    told: dict[str, Any] = as_document(Report(media_type="", findings=(finding,)))["findings"][0]
    return told


LOCKED = Finding(code="document_encrypted", severity=Severity.BLOCKS, check="document_state")
BLURRED = Finding(
    code="scan_blurred",
    severity=Severity.DOUBTFUL,
    check="scan_quality",
    place=Place(page=2, region=Region(100, 200, 500, 300)),
    facts=(("sharpness", 140),),
)
READABLE = Finding(
    code="document_readable",
    severity=Severity.GOOD,
    check="document_state",
    facts=(("pages", 3),),
)
SEEN = as_told(READABLE)


def found(use: Use, *findings: Finding) -> Inspection:
    """A use whose inspection is over, with these findings."""
    row, _ = Inspection.objects.update_or_create(
        use=use,
        defaults={
            "state": InspectionState.DONE,
            "queued_at": MOMENT,
            "ended_at": MOMENT,
            "checks": "0123456789ab",
        },
    )
    row.findings.all().delete()
    for number, finding in enumerate(findings):
        InspectionFinding.objects.create(
            inspection=row,
            number=number,
            code=finding.code,
            severity=finding.severity.value,
            told=as_told(finding),
        )
    return row
