"""What kind of picture the edition's own words ask for."""

from collections.abc import Sequence
from dataclasses import dataclass

from pragola.inspection.subject import Subject

_PHOTO = "foto"
_SCREENSHOT = "tangkapan layar"
_BANNER = "spanduk"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether nothing but a photograph is taken, and whether a banner has to be on it."""

    photo: bool = False
    banner: bool = False


def asked_of(subject: Subject) -> Asked:
    """By the criterion of the claimed level where it names a picture, else by the documents.

    A rule that takes a screenshot as well, or papers beside the photograph, asks no photograph.
    """
    texts = _criterion(subject) or _documents(subject)
    photo = bool(texts) and all(text.startswith(_PHOTO) for text in texts)
    return Asked(
        photo=photo and not any(_SCREENSHOT in text for text in texts),
        banner=photo and any(_BANNER in text for text in texts),
    )


def _criterion(subject: Subject) -> Sequence[str]:
    found = subject.indicator
    levels = found.levels.value if found and subject.level else ()
    texts = [each.criterion.lower() for each in levels if each.level == subject.level]
    return [text for text in texts if _PHOTO in text or _SCREENSHOT in text]


def _documents(subject: Subject) -> Sequence[str]:
    found = subject.indicator
    return [text.lower() for text in found.evidence.documents] if found else []
