"""The checks of inspection for people, and one finding with what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pragola.inspection.checks import CHECKS
from pragola.inspection.findings import Finding, Region
from pragola.inspection.report import finding_of
from pragola.scoring.faults import Fact
from pragola.web.evidence.models import InspectionFinding, Use
from pragola.web.evidence.queries.inspections import Told, region_asked, told_of
from pragola.web.evidence.queries.marks import is_video
from pragola.web.evidence.queries.proofs import media_of
from pragola.web.evidence.queries.reading import Box, box_of
from pragola.web.evidence.renditions import WIDTHS
from pragola.wording import Language
from pragola.wording.check_words import (
    check_looks_at,
    check_name,
    check_strength,
    measure_name,
)
from pragola.wording.places import show_page, show_part
from pragola.wording.say import say_fact

_MOST_SHEETS = 3
"""Pages shown with a finding: the first, the last and one between have all that a letter says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """A check: what it looks at, and how strongly it may speak, in words and as a severity."""

    id: str
    name: str
    looks_at: str
    strength: str
    most: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSheet:
    """A page with what is marked on it, and in words where that is."""

    page: int
    boxes: tuple[Box, ...]
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingPage:
    """A finding opened: the measured values by name, and the check that made it.

    `sheets` show where it was found. `watched`: it is a video that is watched by its substances.
    `check` is None for one that is no longer made.
    """

    use: Use
    told: Told
    sheets: tuple[FoundSheet, ...]
    watched: bool
    width: int
    measured: tuple[tuple[str, str], ...]
    check: CheckLine | None


def all_checks(language: Language) -> tuple[CheckLine, ...]:
    """Every check in the order of their table."""
    return tuple(check_line(name, language) for name in CHECKS)


def check_line(name: str, language: Language) -> CheckLine:
    """One check of the table."""
    check = CHECKS[name]
    return CheckLine(
        id=name,
        name=check_name(name, language),
        looks_at=check_looks_at(name, language),
        strength=check_strength(check.most.value, language),
        most=check.most.value,
        version=check.version,
    )


def finding_page(use: Use, number: int, language: Language) -> FindingPage | None:
    """The finding of that number of a use; None where there is none. One query."""
    row = InspectionFinding.objects.filter(inspection__use=use, number=number).first()
    if row is None:
        return None
    found = finding_of(row.told)
    return FindingPage(
        use=use,
        told=told_of(found, language, number=number),
        sheets=_sheets(use, found, language),
        watched=is_video(use),
        width=WIDTHS[1],
        measured=_measured(found, language),
        check=check_line(found.check, language) if found.check in CHECKS else None,
    )


def _sheets(use: Use, found: Finding, language: Language) -> tuple[FoundSheet, ...]:
    """The pages on which something is marked; the page alone where nothing is."""
    if media_of(use.evidence) not in ("document", "picture"):
        return ()
    own = [(found.place.page, None, found.place.region)] if found.place.page else []
    spots = [(spot.page, spot.fact, spot.region) for spot in found.spots]
    shown = spots or own
    pages = dict.fromkeys(page for page, _, _ in shown)
    return tuple(
        _sheet(page, [(fact, part) for at, fact, part in shown if at == page], language)
        for page in list(pages)[:_MOST_SHEETS]
    )


def _sheet(
    page: int, parts: Sequence[tuple[str | None, Region | None]], language: Language
) -> FoundSheet:
    boxes = (box_of(region_asked(part)) for _, part in parts if part)
    told = [
        f"{measure_name(fact, language)}: {show_part(part, language)}"
        for fact, part in parts
        if fact and part
    ]
    where = show_page(page, parts[0][1] if len(parts) == 1 else None, language)
    return FoundSheet(
        page=page,
        boxes=tuple(box for box in boxes if box),
        where=" · ".join([where, *(told if len(parts) > 1 else ())]),
    )


def _measured(found: Finding, language: Language) -> tuple[tuple[str, str], ...]:
    """The values, ordered by name; one that was read on a page of its own says on which.

    PostgreSQL does not keep the order in which they were told.
    """
    facts = dict(found.facts)
    told = (
        (measure_name(name, language), _on_its_page(shown, facts.get(f"{name}_page")))
        for name, value in found.facts
        if not (name.endswith("_page") and name.removesuffix("_page") in facts)
        if (shown := say_fact(name, value, language))
    )
    return tuple(sorted(told))


def _on_its_page(shown: str, page: Fact) -> str:
    return f"{shown} ({_('hal.')} {page})" if page else shown
