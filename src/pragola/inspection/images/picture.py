"""A picture: whether it opens whole."""

from pathlib import Path

from PIL import Image

from pragola.inspection.findings import Finding, Severity
from pragola.inspection.report import Report
from pragola.inspection.subject import Subject

_FORMATS = ("JPEG", "PNG")
MOST_PIXELS = 80_000_000


def look_at_picture(path: Path, subject: Subject) -> Report:  # noqa: ARG001
    """The report on a JPEG or PNG."""
    try:
        with Image.open(path, formats=_FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return _only("picture_too_large")
            picture.load()
    except Image.DecompressionBombError:
        return _only("picture_too_large")
    except (OSError, SyntaxError, ValueError):
        return _only("picture_damaged")
    return Report(media_type="", findings=())


def _only(code: str) -> Report:
    finding = Finding(code=code, severity=Severity.BLOCKS, check="picture_state")
    return Report(media_type="", findings=(finding,))
