"""Which of the given files are nearly the same, told in the reports on both."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

from pragola.inspection.findings import Finding, Severity
from pragola.inspection.likeness.among import Pair, Seen, alike_among
from pragola.inspection.likeness.kinds import kind_for, strictest
from pragola.inspection.likeness.sharing import SHARING, Sharing
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject


def with_likeness(
    files: Sequence[Path], reports: Sequence[Report], subject: Subject
) -> list[Report]:
    """The reports, each with a finding for every other file that is the same or nearly."""
    seen = [Seen(_digest(path), report) for path, report in zip(files, reports, strict=True)]
    more: dict[int, list[Finding]] = defaultdict(list)
    for pair in alike_among(seen):
        code, severity = _weight((reports[pair.one], reports[pair.other]), subject)
        more[pair.one].append(_finding(code, severity, pair, files[pair.other]))
        more[pair.other].append(_finding(code, severity, pair, files[pair.one]))
    return [
        replace(report, findings=(*report.findings, *more[place]))
        for place, report in enumerate(reports)
    ]


def _weight(reports: tuple[Report, Report], subject: Subject) -> tuple[str, Severity]:
    """By the table of sharing: what each innovation has of its own is doubtful."""
    kinds = (kind_for(each.findings, subject, media_type=each.media_type) for each in reports)
    if SHARING[strictest(kinds)].sharing is Sharing.OWN:
        return "likeness_among_files_own", Severity.DOUBTFUL
    return "likeness_among_files", Severity.INFO


def _finding(code: str, severity: Severity, pair: Pair, other: Path) -> Finding:
    facts = (("other", other.name), ("percent", int(pair.likeness * 100)))
    return Finding(code=code, severity=severity, check="likeness", facts=facts)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
