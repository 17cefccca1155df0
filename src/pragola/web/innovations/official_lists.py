"""A table of official results between being checked and being accepted: it travels signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from django.core import signing
from django.core.files.base import File

from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Assessment, Entry
from pragola.web.innovations.official_values import Official, official_as_json, official_of
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.files import as_path, new_file
from pragola.workbook.official_list import OfficialRow, read_official_list, write_official_list
from pragola.workbook.suggestions import folded

_SALT = "pragola.official-list"
_SECONDS_TO_DECIDE = 60 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialChange:
    """What a table would change of an entry: what was known, and what would be."""

    entry: int
    title: str
    old: Official
    new: Official

    @property
    def replaces(self) -> bool:
        """Whether something that was recorded would become something else."""
        levels = any(self.new.levels.get(code) != level for code, level in self.old.levels.items())
        return levels or self.old.points not in (None, self.new.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedOfficial:
    """A sound table: what it would change, how much it repeats, the rows of no entry, by place."""

    changes: Sequence[OfficialChange]
    same: int = 0
    unknown: Sequence[tuple[str, str]] = ()

    @property
    def sealed(self) -> str:
        """The changes as a text that nobody else can make."""
        told = [
            [c.entry, c.title, official_as_json(c.old), official_as_json(c.new)]
            for c in self.changes
        ]
        return signing.dumps(told, salt=_SALT, compress=True)


def check_official(assessment: Assessment, file: "File[bytes]", name: str) -> CheckedOfficial:
    """The table in a file of that name. Raises AnswersFaultyError with every fault."""
    suffix = ".csv" if PurePath(name).suffix.casefold() == ".csv" else ".xlsx"
    with as_path(file, suffix=suffix) as path:
        rows = read_official_list(path, load_edition(assessment.edition))
    entries = entries_of(assessment)
    by_id = {str(entry.pk): entry for entry in entries}
    by_title: dict[str, list[Entry]] = {}
    for entry in entries:
        by_title.setdefault(folded(entry.innovation.title), []).append(entry)
    changes, unknown, same = [], [], 0
    for row in rows:
        named = by_title.get(folded(row.title), []) if not row.id else []
        found = by_id.get(row.id) or (named[0] if len(named) == 1 else None)
        if found is None:
            unknown.append((row.place, row.title or row.id))
            continue
        change = _change(found, row)
        if change.old == change.new:
            same += 1
        else:
            changes.append(change)
    return CheckedOfficial(changes=changes, same=same, unknown=unknown)


def opened_official(sealed: str) -> CheckedOfficial | None:
    """The changes that were sealed here within the last hour; None for anything else."""
    try:
        told = signing.loads(sealed, salt=_SALT, max_age=_SECONDS_TO_DECIDE)
    except signing.BadSignature:
        return None
    return CheckedOfficial(
        changes=[
            OfficialChange(entry=entry, title=title, old=_read(old), new=_read(new))
            for entry, title, old, new in told
        ]
    )


def official_table(assessment: Assessment) -> bytes:
    """The assessment's entries as an Excel file with what is known, to be filled and handed in."""
    rows = (
        OfficialRow(
            id=str(entry.pk),
            title=entry.innovation.title,
            unit=entry.innovation.unit.name,
            points=official_of(entry).points,
            levels=official_of(entry).levels,
        )
        for entry in entries_of(assessment)
    )
    with new_file(".xlsx") as path:
        write_official_list(path, load_edition(assessment.edition), rows)
        return path.read_bytes()


def entries_of(assessment: Assessment) -> list[Entry]:
    """Its entries with their units, by title; one query."""
    found = Entry.objects.filter(assessment=assessment).select_related("innovation__unit")
    return list(found.order_by("innovation__title", "pk"))


def _change(entry: Entry, row: OfficialRow) -> OfficialChange:
    """An empty cell leaves what is known."""
    old = official_of(entry)
    new = replace(
        old,
        points=old.points if row.points is None else row.points,
        levels={**old.levels, **row.levels},
    )
    return OfficialChange(entry=entry.pk, title=entry.innovation.title, old=old, new=new)


def _read(told: Mapping[str, Jsonable]) -> Official:
    return official_of(Entry(official=told))
