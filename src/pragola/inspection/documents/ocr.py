"""Text read from pictures by Tesseract, a program of the system that may be missing.

Installed with Indonesian it is Debian's `tesseract-ocr-ind`; English is the fallback, since both
write the same letters.
"""

import csv
import io
import os
import resource
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from PIL import Image

from pragola.inspection.findings import Region, around, share
from pragola.inspection.parentage import die_with_parent
from pragola.inspection.report import PageText

VERSION = 2
"""Raised with a change of what is read from the same picture; older readings are then made anew."""
_LANGUAGES = ("ind", "eng")
_SECONDS = 25
"""Of the processor, for one picture; a page of grain without a letter takes five."""
_MOST_WAITED = 100
"""By the clock: on a machine with much else to do, a page waits for its turn."""
_SURE = 60
"""Tesseract's confidence, 0 to 100, from which on its words are mostly right."""
_LONG = 4
"""Letters from which on an upright word is wider than tall."""
_WORD = 5
"""The level of a word in Tesseract's table; the others are blocks, paragraphs and lines."""


class BusyError(Exception):
    """The machine gave it no time: nothing is known of what stands there."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as read, the line and the part of the picture it stands in, and Tesseract's
    confidence, 0 to 100.

    `upended`: it is taller than wide, though it has letters enough to be wide.
    """

    line: tuple[int, int, int]
    text: str
    confidence: int
    upended: bool
    region: Region


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one picture."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words, line by line."""
        return "\n".join(" ".join(word.text for word in words) for words in self._lines())

    @property
    def places(self) -> tuple[Region, ...]:
        """Where the lines of the text stand in the picture."""
        found = (around(word.region for word in words) for words in self._lines())
        return tuple(each for each in found if each)

    def _lines(self) -> Iterator[tuple[Word, ...]]:
        lines = groupby(self.words, key=lambda word: word.line)
        return (tuple(words) for _, words in lines)

    @property
    def sure_words(self) -> int:
        """How many words of at least three letters were surely read."""
        return sum(w.confidence >= _SURE and _letters(w.text) >= 3 for w in self.words)

    @property
    def confidence(self) -> int:
        """The mean confidence over all words, weighed by their length, 0 to 100."""
        length = sum(len(word.text) for word in self.words)
        total = sum(word.confidence * len(word.text) for word in self.words)
        return round(total / length) if length else 0

    @property
    def upended(self) -> bool:
        """Whether most lines run up or down the picture, which Tesseract reads all the same."""
        return 2 * sum(word.upended for word in self.words) > len(self.words)


@cache
def language_here() -> str | None:
    """The language Tesseract can read here; None where it is not installed."""
    if shutil.which("tesseract") is None:
        return None
    told = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    there = told.stdout.split()
    return next((language for language in _LANGUAGES if language in there), None)


def read(picture: Image.Image) -> Reading | None:
    """The words of a picture, best at about 200 dots per inch; None where nothing can read it.

    Raises BusyError where it waited too long for the processor.
    """
    language = language_here()
    if language is None:
        return None
    table = _tesseract(picture, "-l", language, "--psm", "3", "tsv")
    return None if table is None else Reading(tuple(_words(table, picture.size)))


def turned_by(picture: Image.Image) -> int:
    """By how many degrees clockwise it has to be turned to stand upright: 0, 90, 180 or 270."""
    if language_here() is None:
        return 0
    told = _tesseract(picture, "--psm", "0", "-l", "osd") or ""
    facts = dict(line.split(": ", 1) for line in told.splitlines() if ": " in line)
    degrees = facts.get("Rotate", "0")
    return int(degrees) % 360 if degrees.isdecimal() else 0


def read_picture(picture: Image.Image, *, page: int) -> PageText | None:
    """The text of a picture as the page of that number; None where nothing can read it."""
    reading = read(picture)
    if reading is None:
        return None
    return PageText(page, reading.text, by_ocr=True, lines=reading.places)


def _tesseract(picture: Image.Image, *arguments: str) -> str | None:
    packed = io.BytesIO()
    picture.convert("L").save(packed, "PPM")
    try:
        with subprocess.Popen(
            ["tesseract", "stdin", "stdout", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Its threads wait for one another more than they help, the more so on a busy machine.
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
            preexec_fn=die_with_parent,
        ) as reader:
            return _told_by(reader, packed.getvalue())
    except OSError:
        return None


def _told_by(reader: subprocess.Popen[bytes], picture: bytes) -> str | None:
    """What it writes; a busy machine may make it wait, a wild picture may not make it work long."""
    resource.prlimit(reader.pid, resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    try:
        told, _ = reader.communicate(picture, timeout=_MOST_WAITED)
    except subprocess.TimeoutExpired:
        reader.kill()
        raise BusyError from None
    return told.decode(errors="replace") if reader.returncode == 0 else None


def _words(table: str, size: tuple[int, int]) -> Iterator[Word]:
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        # One word is one line to whoever splits the text again.
        text = "".join((row.get("text") or "").split())
        if text and row["level"] == str(_WORD):
            line = (int(row["block_num"]), int(row["par_num"]), int(row["line_num"]))
            upended = int(row["height"]) > int(row["width"]) and len(text) >= _LONG
            sure = max(0, round(float(row["conf"])))
            yield Word(line, text, sure, upended, _region(row, size))


def _region(row: Mapping[str, str], size: tuple[int, int]) -> Region:
    left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
    across, down = size
    right, bottom = share(left + width, across), share(top + height, down)
    return Region(share(left, across), share(top, down), right, bottom)


def _letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)
