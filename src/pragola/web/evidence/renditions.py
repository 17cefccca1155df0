"""Small pictures of pages and small videos, made once by a process of its own and kept."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore

from django.conf import settings

from pragola.inspection import pictures
from pragola.inspection.formats import FORMATS, FileKind
from pragola.inspection.videos.boxes import told_seconds
from pragola.inspection.videos.rendition import Rendition, rendition_in
from pragola.web.evidence.models import StoredFile
from pragola.web.evidence.store import at_hand, place_of

WIDTHS = (320, 960, pictures.WIDEST)
SHOWN = frozenset({"application/pdf", "image/jpeg", "image/png"})
VIDEOS = frozenset(each.media_type for each in FORMATS if each.kind is FileKind.VIDEO)
_SECONDS = 30
_UNREADABLE = 1
_AT_ONCE = BoundedSemaphore(2)
"""However many thumbnails a page has, the machine goes on answering."""


def picture_of(file: StoredFile, *, page: int, width: int) -> Path | None:
    """The picture of a page, counted from 1; None where it cannot be made."""
    if width not in WIDTHS:
        return None
    kept = Path(settings.RENDITIONS) / place_of(file.sha256) / f"{page}-{width}.webp"
    if not kept.exists() and 1 <= page <= (pages_of(file) or 0):
        _draw(file, page=page, width=width, target=kept)
    return kept if kept.exists() else None


def pages_of(file: StoredFile) -> int | None:
    """How many pages a file has, looked up once: 0 where it cannot be shown, None where unknown."""
    if file.pages is None and file.media_type in SHOWN:
        with TemporaryDirectory(prefix="pragola-") as folder:
            file.pages = _looked_at(file, Path(folder))
        if file.pages is not None:
            StoredFile.objects.filter(pk=file.pk).update(pages=file.pages)
    return file.pages


def video_folder(file: StoredFile) -> Path:
    """Where poster and small video of a video lie, or will."""
    return Path(settings.RENDITIONS) / place_of(file.sha256)


def video_rendition(file: StoredFile) -> Rendition:
    """Poster and small video of a video; they are there once they are whole."""
    return rendition_in(video_folder(file))


def has_poster(file: StoredFile | None) -> bool:
    """Whether it is a video whose poster is made."""
    is_video = file is not None and file.media_type in VIDEOS
    return is_video and video_rendition(file).poster.exists()  # type: ignore[arg-type]


def video_seconds(file: StoredFile) -> float | None:
    """How long a video is, by the small one that was made of it here; None where there is none."""
    small = video_rendition(file).video
    return told_seconds(small) if small.exists() else None


def _draw(file: StoredFile, *, page: int, width: int, target: Path) -> None:
    with TemporaryDirectory(prefix="pragola-") as folder:
        picture = Path(folder) / "picture.webp"
        wanted = (str(page), str(width), str(picture))
        if _looked_at(file, Path(folder), *wanted) and picture.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            _keep_whole(picture, target)


def _looked_at(file: StoredFile, folder: Path, *wanted: str) -> int | None:
    """The number of pages that a process of its own found, which knows nothing of this site.

    0 where it says that nobody can show the file; None where it was not done in time.
    """
    path = at_hand(file.sha256, folder)
    command = [sys.executable, "-I", "-m", pictures.__name__, str(path), file.media_type]
    with _AT_ONCE:
        try:
            done = subprocess.run(
                [*command, *wanted],
                capture_output=True,
                text=True,
                timeout=_SECONDS,
                check=False,
                env={},
            )
        except subprocess.TimeoutExpired:
            return None
    told = done.stdout.strip()
    if done.returncode == 0 and told.isdecimal():
        return int(told)
    return 0 if done.returncode == _UNREADABLE else None


def _keep_whole(picture: Path, target: Path) -> None:
    partial = target.with_suffix(f".{picture.parent.name}")
    partial.write_bytes(picture.read_bytes())
    partial.replace(target)
