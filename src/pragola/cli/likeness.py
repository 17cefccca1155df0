"""Which of the given files are nearly the same, told in the reports on both."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

from pragola.inspection.findings import Finding, Place, Severity
from pragola.inspection.likeness.among import Pair, Seen, alike_among
from pragola.inspection.likeness.kinds import kind_for, strictest
from pragola.inspection.likeness.sharing import SHARING, Sharing
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject

_OF_PHOTO = ("likeness_among_files_photo", Severity.DOUBTFUL)


def with_likeness(
    files: Sequence[Path], reports: Sequence[Report], subject: Subject
) -> list[Report]:
    """The reports, each with a finding for every other file that is the same or nearly."""
    seen = [Seen(_digest(path), report) for path, report in zip(files, reports, strict=True)]
    more: dict[int, list[Finding]] = defaultdict(list)
    for pair in alike_among(seen):
        both = (reports[pair.one], reports[pair.other])
        code, severity = _OF_PHOTO if pair.photo else _weight(both, subject)
        pages = (pair.photo.one, pair.photo.other) if pair.photo else (None, None)
        more[pair.one].append(_finding(code, severity, pair, files[pair.other], pages[0]))
        more[pair.other].append(_finding(code, severity, pair, files[pair.one], pages[1]))
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


def _finding(code: str, severity: Severity, pair: Pair, other: Path, page: int | None) -> Finding:
    facts = (("other", other.name), ("percent", int(pair.likeness * 100)))
    place = Place(page=page)
    return Finding(code=code, severity=severity, check="likeness", place=place, facts=facts)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
