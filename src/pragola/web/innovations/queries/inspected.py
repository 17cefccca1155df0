"""What inspection found in the files of entries, for many of them at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from pragola.inspection.findings import Severity
from pragola.inspection.report import finding_of
from pragola.rulebooks import load_edition
from pragola.web.innovations.models import Entry
from pragola.wording import Language, say

_ROW = ("pk", "uses__part", "uses__pk", "uses__inspection__findings__severity")
_ROW_IN_WORDS = (
    "uses__inspection__findings__told",
    "uses__evidence__title",
    "uses__evidence__file_name",
)
_IN_ORDER = ("uses__part", "uses__pk", "uses__inspection__findings__number")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an entry: its code or field id, and what it is called in few words."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """How many files of an entry block and how many are doubtful, with the parts they prove.

    A file that blocks is not counted as doubtful too.
    """

    blocked: int = 0
    blocked_parts: tuple[Part, ...] = ()
    doubtful: int = 0
    doubtful_parts: tuple[Part, ...] = ()

    @property
    def is_well(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.blocked or self.doubtful)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A file with the gravest that was found in it: its part, in words too, and what it says."""

    part: str
    name: str
    file: str
    words: str
    blocks: bool


def inspected_of(entries: Iterable[Entry]) -> Mapping[int, Inspected]:
    """What is wrong with the files of each entry, by its id; one query."""
    wanted = list(entries)
    files: dict[int, dict[int, tuple[bool, str]]] = defaultdict(dict)
    rows = _bad_ones(wanted).order_by("uses__part").values_list(*_ROW)
    for entry_id, part, use, severity in rows:
        known_to_block = files[entry_id].get(use, (False, part))[0]
        files[entry_id][use] = (known_to_block or severity == Severity.BLOCKS, part)
    return {entry.pk: _counted(entry, files[entry.pk].values()) for entry in wanted}


def files_to_look_at(entry: Entry, language: Language) -> tuple[FileLine, ...]:
    """The files of an entry in which something is wrong, those that block first; one query."""
    lines: dict[int, FileLine] = {}
    rows = _bad_ones([entry]).order_by(*_IN_ORDER).values_list(*_ROW, *_ROW_IN_WORDS)
    for _pk, part, use, severity, told, title, file in rows:
        blocks = severity == Severity.BLOCKS
        if use not in lines or (blocks and not lines[use].blocks):
            lines[use] = FileLine(
                part=part,
                name=_names(entry).get(part, part),
                file=title or file,
                words=say(finding_of(told), language),
                blocks=blocks,
            )
    return tuple(sorted(lines.values(), key=lambda line: not line.blocks))


def files_under_way(entry: Entry) -> int:
    """How many of its files are not inspected yet; one query."""
    under_way = Entry.objects.filter(
        pk=entry.pk, uses__removed_at=None, uses__inspection__state__in=("waiting", "running")
    )
    return under_way.values("uses__pk").count()


def _bad_ones(entries: Iterable[Entry]) -> QuerySet[Entry]:
    """A row for each finding that somebody should look at, with its file and its entry."""
    return Entry.objects.filter(
        pk__in=[entry.pk for entry in entries],
        uses__removed_at=None,
        uses__inspection__state="done",
        uses__inspection__findings__severity__in=(Severity.BLOCKS, Severity.DOUBTFUL),
    )


def _counted(entry: Entry, files: Iterable[tuple[bool, str]]) -> Inspected:
    by_kind: dict[bool, list[str]] = {True: [], False: []}
    for blocks, part in files:
        by_kind[blocks].append(part)
    return Inspected(
        blocked=len(by_kind[True]),
        blocked_parts=_parts(entry, by_kind[True]),
        doubtful=len(by_kind[False]),
        doubtful_parts=_parts(entry, by_kind[False]),
    )


def _parts(entry: Entry, parts: Iterable[str]) -> tuple[Part, ...]:
    """Each once: an indicator by its code, a field by its label."""
    fields = {field.id: field.label for field in load_edition(entry.assessment.edition).profile}
    return tuple(Part(part, fields.get(part, part)) for part in dict.fromkeys(parts))


def _names(entry: Entry) -> Mapping[str, str]:
    edition = load_edition(entry.assessment.edition)
    fields = {field.id: field.label for field in edition.profile}
    return fields | {each.code: f"{each.code} · {each.name}" for each in edition.sid_indicators}
