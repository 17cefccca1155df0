"""What is wrong with a look at a hostile file: it leaves findings that can be kept and said."""

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pragola.inspection.findings import Finding
from pragola.inspection.report import Report, as_document, from_document
from pragola.wording import Language, say
from tests.inspection.hostile.looking import LIMITS, Look, Looker

_PARTS = (None, "SID-01", "SID-20")
_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file by the name of its recipe or trap, its content, and whether OCR may read it."""

    name: str
    content: bytes
    ocr: bool = False


def looked_at(files: Iterable[Hostile], folder: Path) -> dict[str, Look]:
    """Every file looked at, by name, on two cores."""
    shares: list[list[Hostile]] = [[] for _ in range(_AT_ONCE)]
    for number, file in enumerate(files):
        shares[number % _AT_ONCE].append(file)
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        ways = [folder / f"{number}" for number in range(_AT_ONCE)]
        return {name: look for found in threads.map(_look, shares, ways) for name, look in found}


def _look(files: Sequence[Hostile], path: Path) -> list[tuple[str, Look]]:
    found = []
    with Looker() as looker:
        for number, file in enumerate(files):
            path.write_bytes(file.content)
            part = _PARTS[number % len(_PARTS)]
            found.append((file.name, looker.look(path, part, ocr=file.ocr)))
    return found


def faults(looks: dict[str, Look]) -> dict[str, list[str]]:
    """What is wrong, by name; nothing where all is well."""
    found = {name: list(faults_of(look)) for name, look in looks.items()}
    return {name: told for name, told in found.items() if told}


def faults_of(look: Look) -> Iterator[str]:
    """What is wrong with one look."""
    if look.raised:
        yield look.raised
    if look.megabytes >= LIMITS.megabytes:
        yield f"{look.megabytes} MB"
    yield from faults_in(look.report)


def faults_in(report: Report) -> Iterator[str]:
    """A report without findings, or one that no database takes or nobody can read."""
    if not report.findings:
        yield "nothing found"
    kept = json.dumps(as_document(report)["findings"], ensure_ascii=False)
    if from_document(json.loads(json.dumps(as_document(report)))) != report:
        yield "not the same once kept"
    if "\\u0000" in kept or not _is_text(kept) or not all(_is_text(p.text) for p in report.pages):
        yield f"cannot be kept: {kept}"
    yield from (f"cannot be said: {each.code}" for each in report.findings if not _is_said(each))


def _is_text(text: str) -> bool:
    """Whether it can be written at all: halves of a letter cannot."""
    return text.encode(errors="ignore").decode() == text


def _is_said(finding: Finding) -> bool:
    return all(say(finding, language).strip() for language in Language)
