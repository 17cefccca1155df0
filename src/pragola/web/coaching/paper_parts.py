"""Of what papers are made: parts that every format shows in its own way."""

from dataclasses import dataclass

from pragola.web.coaching.printing.letterheads import Heading


@dataclass(frozen=True, slots=True)
class Clause:
    """A line of a decree: its label (`Menimbang`, `KESATU`), its mark (`a.`), and what it says."""

    label: str
    mark: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table to be filled in by hand: heads, how wide they are to each other, rows.

    Its first column holds numbers, and is as narrow as these.
    """

    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A part of a paper: its name, paragraphs, facts, clauses, numbered points, a table.

    `middle` is a line in the middle, above the clauses.
    """

    name: str = ""
    middle: str = ""
    paragraphs: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    clauses: tuple[Clause, ...] = ()
    points: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who signs: the lines above the room for the signature, from place and day down."""

    place: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """What stands on a page of its own, behind the signature, and is signed too.

    `belongs` tells to which paper, `title` what it is.
    """

    belongs: tuple[str, ...]
    title: str
    chapter: Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """A paper under its letterhead: its title with the lines below it, its chapters, who signs.

    `subject` tells what it is about; `office` is who signs, empty where that is not known.
    """

    heading: Heading
    title: str
    below: tuple[str, ...]
    subject: str
    chapters: tuple[Chapter, ...]
    signing: Signing
    office: str
    appendix: Appendix | None = None
