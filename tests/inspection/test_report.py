"""A report goes from process to process without losing anything."""

import json
from datetime import date
from decimal import Decimal

from pragola.inspection.findings import Finding, Place, Region, Severity, Spot
from pragola.inspection.report import PageText, Report, as_document, from_document


def test_a_report_comes_back_as_it_was() -> None:
    """Decimals, dates and places too."""
    facts = (("share", Decimal("0.50")), ("day", date(2026, 2, 3)), ("pages", 7), ("name", "SK"))
    findings = (
        Finding(
            code="page_blank",
            severity=Severity.DOUBTFUL,
            check="pages",
            place=Place(page=3, region=Region(0, 10, 500, 1000)),
            facts=(*facts, ("nothing", None)),
            spots=(Spot("day", 4, Region(1, 2, 3, 4)),),
        ),
        Finding(code="x_y", severity=Severity.GOOD, check="pages", place=Place(second=9)),
    )
    pages = (PageText(1, "satu"), PageText(2, "dua", by_ocr=True, lines=(Region(5, 6, 7, 8), None)))
    report = Report(
        media_type="application/pdf", findings=findings, pages=pages, likeness={"phash": "ff"}
    )
    assert from_document(json.loads(json.dumps(as_document(report)))) == report
