"""A file of the corpus, what it is claimed for, and what is true of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from pragola.inspection.findings import Finding
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject

type Make = Callable[[Path], Path]
"""Makes the file in a folder, under a name of its own."""
type Truth = Mapping[str, frozenset[str]]
"""What each check must say, no less and no more, as `item_of` writes it; checks that are not
named are not judged by this file."""


class Part(StrEnum):
    """Thresholds and wordings were set by the learned part alone."""

    LEARNED = "learned"
    HELD_OUT = "held-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """One file with its truth."""

    name: str
    part: Part
    make: Make
    subject: Subject
    truth: Truth = field(default_factory=dict)


_TOLD: Mapping[str, tuple[str, ...]] = {}
"""Which facts of a finding are judged too; of all others the code and the page are."""
_SAME = {"page_unreadable": "page_poor", "page_hard_to_read": "page_poor"}
"""Codes between which the truth does not tell: how poor a poor page is."""


def item_of(finding: Finding) -> str:
    """The finding in short: code, page, and the facts that are judged."""
    facts = dict(finding.facts)
    page = f" p{finding.place.page}" if finding.place.page else ""
    told = "".join(f" {name}={facts.get(name)}" for name in _TOLD.get(finding.code, ()))
    return f"{_SAME.get(finding.code, finding.code)}{page}{told}"


def said(report: Report, check: str) -> frozenset[str]:
    """All that a check said of a file."""
    return frozenset(item_of(each) for each in report.findings if each.check == check)
