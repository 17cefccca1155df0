"""Small pictures of pages, made once by a process of its own and kept."""

import subprocess
import sys
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from django.conf import settings

from pragola.inspection import pictures
from pragola.web.evidence.models import StoredFile
from pragola.web.evidence.store import evidence_store, place_of

WIDTHS = (320, 960, pictures.WIDEST)
SHOWN = frozenset({"application/pdf", "image/jpeg", "image/png"})
_SECONDS = 30


def picture_of(file: StoredFile, *, page: int, width: int) -> Path | None:
    """The picture of a page, counted from 1; None where it cannot be made."""
    if file.media_type not in SHOWN or width not in WIDTHS:
        return None
    kept = Path(settings.RENDITIONS) / place_of(file.sha256) / f"{page}-{width}.webp"
    if not kept.exists():
        _look(file, page=page, width=width, target=kept)
    return kept if kept.exists() else None


def pages_of(file: StoredFile) -> int | None:
    """How many pages a file has, looked up once; None where nobody can tell."""
    if file.pages is None and file.media_type in SHOWN:
        file.pages = _look(file)
        if file.pages is not None:
            StoredFile.objects.filter(pk=file.pk).update(pages=file.pages)
    return file.pages


def _look(
    file: StoredFile, *, page: int = 0, width: int = 0, target: Path | None = None
) -> int | None:
    """Let a process of its own look at the file; the number of pages it found."""
    with TemporaryDirectory(prefix="pragola-") as folder:
        copy, picture = Path(folder) / "file", Path(folder) / "picture.webp"
        with evidence_store().open(place_of(file.sha256)) as stored, copy.open("wb") as own:
            copyfileobj(stored, own)
        wanted = [str(page), str(width), str(picture)] if target else []
        command = [sys.executable, "-m", pictures.__name__, str(copy), file.media_type, *wanted]
        found = _pages_told(command)
        if target and found is not None and picture.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            _keep_whole(picture, target)
    return found


def _pages_told(command: list[str]) -> int | None:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    told = done.stdout.strip()
    return int(told) if done.returncode == 0 and told.isdecimal() else None


def _keep_whole(picture: Path, target: Path) -> None:
    partial = target.with_suffix(f".{picture.parent.name}")
    partial.write_bytes(picture.read_bytes())
    partial.replace(target)
