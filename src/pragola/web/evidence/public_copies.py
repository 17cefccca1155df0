"""Copies of pictures for the public: what is seen, without camera, day and place.

The original stays in the store for those who verify; whatever shows a picture to everybody takes
it from here and never from the store.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from pragola.inspection.formats import JPEG, PNG
from pragola.inspection.images.stripping import without_metadata_confined
from pragola.web.evidence.models import StoredFile
from pragola.web.evidence.store import at_hand, place_of

_ENDINGS = {each.media_type: each.endings[0] for each in (JPEG, PNG)}


def has_public_copy(file: StoredFile | None) -> bool:
    """Whether the file is a picture, of which a copy can be made."""
    return file is not None and file.media_type in _ENDINGS


def public_copy_of(file: StoredFile) -> Path | None:
    """The copy, made once and kept; None where the file is no picture that can be opened."""
    if not has_public_copy(file):
        return None
    kept = Path(settings.RENDITIONS) / place_of(file.sha256) / f"public{_ENDINGS[file.media_type]}"
    if not kept.exists():
        _make(file, kept)
    return kept if kept.exists() else None


def _make(file: StoredFile, target: Path) -> None:
    with TemporaryDirectory(prefix="pragola-") as folder:
        copy = Path(folder) / "copy"
        if without_metadata_confined(at_hand(file.sha256, Path(folder)), copy):
            target.parent.mkdir(parents=True, exist_ok=True)
            partial = target.with_suffix(f".{Path(folder).name}")
            partial.write_bytes(copy.read_bytes())
            partial.replace(target)
