"""The storyboard of a video, saved scene by scene: one scene for each substance of the edition."""

from datetime import datetime

from django.db import transaction

from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence.models import Scene
from pragola.web.evidence.scenes import Told, as_json, told_of
from pragola.web.innovations.actions.saving import Saved, must_be_fresh, open_entry, touch
from pragola.web.shared.audit import Author, record
from pragola.web.shared.times import minute_second

_LONGEST = 4_000


class SceneError(PragolaError):
    """A scene that cannot be kept so."""


@transaction.atomic
def save_scene(
    entry_id: int, number: int, told: Told, *, revision: int, by: Author, at: datetime
) -> Scene | None:
    """Save the scene of that number, counted from 1; what is as proposed needs no row.

    Raises EntryLockedError, SceneError, and StaleSaveError where somebody else was faster.
    """
    entry = open_entry(entry_id)
    edition = load_edition(entry.assessment.edition)
    substance = _substance(edition, number)
    _must_fit(told, edition)
    row = Scene.objects.filter(entry=entry, substance=substance).select_related("saved_by").first()
    old = told_of(row, edition, number)
    if old == told:
        return row
    place, mine = f"{number}. {substance}", as_json(told)
    must_be_fresh(place, Saved(row, as_json(old)), mine=mine, revision=revision)
    row = row or Scene(entry=entry, substance=substance, revision=0)
    row.seconds, row.said, row.shown = told.seconds, told.said, told.shown
    row.revision += 1
    row.saved_by_id, row.saved_at = by.person.pk if by.person else None, at
    row.save()
    touch(entry, at=at)
    logged = {"scene": substance}
    record(
        "scene_saved", entry, old=logged | as_json(old), new=logged | as_json(told), by=by, at=at
    )
    return row


def _substance(edition: Edition, number: int) -> str:
    substances = edition.video.substances.value
    if not 1 <= number <= len(substances):
        raise SceneError(Fault(code="mark_substance_unknown", found=str(number)))
    return substances[number - 1]


def _must_fit(told: Told, edition: Edition) -> None:
    most = edition.video.max_minutes.value * 60
    if told.seconds > most:
        found, expected = minute_second(told.seconds), minute_second(most)
        raise SceneError(Fault(code="scene_too_long", found=found, expected=expected))
    longest = max(len(told.said), len(told.shown))
    if longest > _LONGEST:
        raise SceneError(
            Fault(code="scene_text_too_long", found=str(longest), expected=str(_LONGEST))
        )
