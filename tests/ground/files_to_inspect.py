"""Puts files to use in the database of the environment; `python -m tests.ground.files_to_inspect`.

FIRST COUNT: so many files by their number, each another: pages of text, pictures, and scans that
take OCR some seconds. They wait for inspection as what people send does.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import django

from tests.inspection.documents.sheets import LINE, as_pdf, text_pdf, written
from tests.inspection.images.scenes import photograph, saved

_PARTS = ("SID-01", "SID-03", "SID-04")


def main() -> int:
    """Store each and use it for an entry."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
    django.setup()
    from pragola.web.innovations.models import Entry
    from tests.web.evidence.test_evidence import a_file, some_evidence, use

    first, count = map(int, sys.argv[1:])
    entries = list(Entry.objects.select_related("innovation__unit"))
    with TemporaryDirectory() as folder:
        for number in range(first, first + count):
            path = _made(Path(folder), number)
            media_type = "image/png" if path.suffix == ".png" else "application/pdf"
            entry = entries[number % len(entries)]
            file = a_file(path.read_bytes(), media_type)
            evidence = some_evidence(entry.innovation.unit, file, path.name)
            use(evidence, entry, _PARTS[number % len(_PARTS)])
    return 0


def _made(folder: Path, number: int) -> Path:
    kinds: Sequence[Callable[[Path, int], Path]] = (_text, _text, _picture, _text, _scan)
    return kinds[number % len(kinds)](folder, number)


def _text(folder: Path, number: int) -> Path:
    return text_pdf(folder / f"teks-{number}.pdf", [f"{LINE} nomor {number}"] * 3)


def _picture(folder: Path, number: int) -> Path:
    return saved(photograph(number, (320, 240)), folder / f"foto-{number}.png")


def _scan(folder: Path, number: int) -> Path:
    sheet = written(lines=3 + number % 20)
    sheet.putpixel((9, 9), number % 250)
    return as_pdf(folder / f"pindaian-{number}.pdf", [sheet])


if __name__ == "__main__":
    sys.exit(main())
