"""A scene of a storyboard as a form sends it."""

from collections.abc import Iterable, Mapping

from pragola.scoring.edition import Edition
from pragola.web.evidence.forms.marks import second_of
from pragola.web.evidence.scenes import Told, budget_of
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.texts import typed


def posted_scene(edition: Edition, posted: Mapping[str, str], number: int) -> Told:
    """What a form sent for the scene of that number; without a time, the one that is proposed.

    Raises MarkError for what is no time.
    """
    seconds = second_of(posted.get(f"time.{number}", ""))
    proposed = dict(enumerate(budget_of(edition), 1)).get(number, 0)
    return Told(
        seconds=proposed if seconds is None else seconds,
        said=typed(posted.get(f"said.{number}", "")),
        shown=typed(posted.get(f"shown.{number}", "")),
    )


def as_typed(posted: Mapping[str, str], number: int) -> str:
    """The same as one text, as it was typed."""
    return _joined(posted.get(f"{name}.{number}", "") for name in ("time", "said", "shown"))


def in_words(told: Jsonable) -> str:
    """A logged scene as one text, for people to compare."""
    if not isinstance(told, Mapping):
        return ""
    return _joined(str(told.get(name, "")) for name in ("seconds", "said", "shown"))


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(text for text in texts if text)
