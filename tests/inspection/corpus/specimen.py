"""A file of the corpus, what it is claimed for, and what is true of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from pathlib import Path

from pragola.inspection.findings import Finding
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject

type Make = Callable[[Path], Path]
"""Makes the file in a folder, under a name of its own."""
type Truth = Mapping[str, frozenset[str]]
"""What each check must say, no less and no more, as `items_of` writes it; checks that are not
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


_TOLD: Mapping[str, tuple[str, ...]] = {
    "document_kind": ("kind",),
    "letter_read": ("number", "date", "subject", "office", "year"),
}
"""Facts of a finding that are judged one by one; of all others the code and the page are."""
_TOGETHER: Mapping[str, tuple[str, ...]] = {
    "counts": ("count", "level"),
    "codes": ("text",),
}
"""Facts that are judged as one, by check."""
_ANYWHERE = ("document_without_name",)
"""Codes whose page is a help and not judged."""
_SAME = {"page_unreadable": "page_poor", "page_hard_to_read": "page_poor"}
"""Codes between which the truth does not tell: how poor a poor page is."""


def items_of(finding: Finding) -> Iterator[str]:
    """The finding in short: code and page, or once with each of the facts that are judged."""
    placed = finding.place.page and finding.code not in _ANYWHERE
    code = _SAME.get(finding.code, finding.code)
    short = f"{code} p{finding.place.page}" if placed else code
    facts = dict(finding.facts)
    judged = _TOLD.get(finding.code)
    if judged is None:
        yield " ".join((short, *(f"{n}={facts[n]}" for n in _TOGETHER.get(finding.check, ()))))
        return
    yield from (f"{short} {name}={facts[name]}" for name in judged if facts[name] is not None)


def said(report: Report, check: str) -> frozenset[str]:
    """All that a check said of a file."""
    return frozenset(
        chain.from_iterable(items_of(each) for each in report.findings if each.check == check)
    )
