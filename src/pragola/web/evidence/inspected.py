"""What a use of evidence is inspected for, and what the outcome depends on."""

import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from django.conf import settings
from django.db.models import QuerySet

from pragola.inspection.checks import checks_version
from pragola.inspection.documents import ocr
from pragola.inspection.report import PageText as PageRead
from pragola.inspection.report import lines_of
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from pragola.web.evidence.models import Inspection, PageText, Use
from pragola.web.innovations.profile_values import APPLIED, DEVELOPED


def with_what_they_claim(inspections: QuerySet[Inspection]) -> QuerySet[Inspection]:
    """The inspections with all that `subject_of` and `basis_of` look at; two queries more."""
    return inspections.select_related(
        "use__evidence__file", "use__entry__assessment", "use__entry__innovation"
    ).prefetch_related("use__entry__claims", "use__entry__fields")


def subject_of(use: Use) -> Subject:
    """What the use claims: the edition's part, the level, the innovation's name, the pages."""
    return Subject(
        edition=load_edition(use.entry.assessment.edition),
        part=use.part,
        level=_level(use),
        names=(use.entry.innovation.title,),
        pages=frozenset(_pages(use.pages)),
        roots=settings.SIGNATURE_ROOTS,
        read=_read_before(use.evidence.file_id or ""),
        applied=_day(use, APPLIED),
        developed=_day(use, DEVELOPED),
    )


def basis_of(use: Use) -> str:
    """A text that changes when the rules or the claim do."""
    claim = (use.part, str(_level(use)), use.entry.innovation.title, use.pages)
    days = (str(_day(use, APPLIED)), str(_day(use, DEVELOPED)))
    told = (rules_of(use.entry.assessment.edition), *claim, *days)
    return sha256("\n".join(told).encode()).hexdigest()


def rules_of(edition: str) -> str:
    """A text that changes when the checks, that edition or the roots do: the same for all uses."""
    told = (checks_version(), load_edition(edition).hash, *_root_files())
    return sha256("\n".join(told).encode()).hexdigest()


def _root_files() -> list[str]:
    """The trusted certificates by name; none where the folder is not there."""
    folder = settings.SIGNATURE_ROOTS
    return sorted(each.name for each in folder.iterdir()) if folder and folder.is_dir() else []


def _level(use: Use) -> int | None:
    levels = {claim.indicator: claim.level for claim in use.entry.claims.all()}
    return levels.get(use.part)


def _day(use: Use, field: str) -> date | None:
    """A day of the profile; None where none is written, or nothing that is a day."""
    values = {each.field: each.value for each in use.entry.fields.all()}
    try:
        return date.fromisoformat(str(values.get(field) or ""))
    except ValueError:
        return None


def _read_before(sha256: str) -> Mapping[int, PageRead]:
    rows = PageText.objects.filter(file_id=sha256, by_ocr=True, reader=ocr.VERSION)
    return {
        row.page: PageRead(
            row.page,
            row.text,
            by_ocr=True,
            sure_words=row.sure_words,
            confidence=row.confidence,
            turned=row.turned,
            lines=lines_of(row.lines),
        )
        for row in rows
    }


def _pages(text: str) -> set[int]:
    """The numbers of a page range, `1-3, 7`."""
    found: set[int] = set()
    for first, last in re.findall(r"(\d{1,4})(?:\s*-\s*(\d{1,4}))?", text):
        found |= set(range(int(first), int(last or first) + 1))
    return found
