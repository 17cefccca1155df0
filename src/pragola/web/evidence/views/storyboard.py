"""The storyboard page: a video planned by its substances before anybody films."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pragola.inspection.videos.substances import video_indicators
from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from pragola.web.evidence.actions.storyboard import save_scene
from pragola.web.evidence.forms.storyboard import as_typed, in_words, posted_scene
from pragola.web.evidence.models import Scene
from pragola.web.evidence.queries.storyboard import Storyboard, storyboard_of
from pragola.web.innovations import autosave
from pragola.web.innovations.access import entry_to_change, entry_to_read
from pragola.web.innovations.actions.saving import StaleSaveError
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.innovations.queries.head import entry_head
from pragola.web.innovations.unsaved import Unsaved, unsaved_part
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole


@require_http_methods(["GET", "HEAD", "POST"])
def storyboard(request: HttpRequest, entry_id: int) -> HttpResponse:
    """The storyboard; posted, every scene that changed is saved."""
    if request.method != "POST":
        return _page(request, entry_to_read(request, entry_id), ())
    opened = entry_to_change(request, entry_id)
    unsaved = tuple(_save_all(request, opened))
    if unsaved:
        return _page(request, opened, unsaved)
    messages.success(request, _("Papan cerita sudah disimpan."))
    return redirect("storyboard", entry_id=entry_id)


@require_POST
@autosave.for_its_writer
def scene_save(request: HttpRequest, entry_id: int, number: int) -> HttpResponse:
    """One scene, saved by a script while somebody writes."""
    opened = entry_to_change(request, entry_id)
    try:
        row = _save(request, opened, number, whole(request.POST.get("revision")) or 0)
    except StaleSaveError as error:
        zone = ZoneInfo(opened.entry.assessment.region.time_zone)
        mine, theirs = in_words(error.mine), in_words(error.theirs)
        return autosave.stale(error, mine=mine, theirs=theirs, zone=zone)
    except PragolaError as error:
        return autosave.refused(error)
    board = storyboard_of(opened.entry, spoken())
    context = {"board": board, "scene": board.scenes[number - 1]}
    parts = {
        "jumlah-waktu": render_to_string("evidence/_storyboard_total.html", context),
        "cetak-adegan": render_to_string("evidence/_storyboard_rows.html", context),
        f"sesudah-adegan-{number}": render_to_string("evidence/_scene_after.html", context),
    }
    return autosave.saved(row.revision if row else 0, parts=parts)


def _save_all(request: HttpRequest, opened: OpenedEntry) -> Iterator[Unsaved]:
    substances = load_edition(opened.entry.assessment.edition).video.substances.value
    for number, substance in enumerate(substances, 1):
        if f"time.{number}" not in request.POST:
            continue
        try:
            _save(request, opened, number, whole(request.POST.get(f"revision.{number}")) or 0)
        except PragolaError as error:
            theirs = in_words(error.theirs) if isinstance(error, StaleSaveError) else ""
            yield unsaved_part(
                opened.entry,
                f"adegan-{number}",
                substance,
                error,
                typed=as_typed(request.POST.dict(), number),
                theirs=theirs,
            )


def _save(request: HttpRequest, opened: OpenedEntry, number: int, revision: int) -> Scene | None:
    edition = load_edition(opened.entry.assessment.edition)
    told = posted_scene(edition, request.POST.dict(), number)
    by = opened.standing.author(Role.OPERATOR)
    return save_scene(opened.entry.pk, number, told, revision=revision, by=by, at=now())


def _page(request: HttpRequest, opened: OpenedEntry, unsaved: tuple[Unsaved, ...]) -> HttpResponse:
    board = storyboard_of(opened.entry, spoken())
    edition = load_edition(opened.entry.assessment.edition)
    stale = any(each.when for each in unsaved)
    context = {
        "head": entry_head(opened, now()),
        "part": next((each.code for each in video_indicators(edition)), ""),
        "board": _as_typed(board, request.POST.dict()) if unsaved else board,
        "unsaved": unsaved,
        "stale": stale,
    }
    status = (409 if stale else 422) if unsaved else 200
    return render(request, "evidence/storyboard.html", context, status=status)


def _as_typed(board: Storyboard, posted: Mapping[str, str]) -> Storyboard:
    """The scenes as they were sent, so that nothing that was written is lost."""
    scenes = tuple(
        replace(
            scene,
            time=posted.get(f"time.{scene.number}", scene.time),
            said=posted.get(f"said.{scene.number}", scene.said),
            shown=posted.get(f"shown.{scene.number}", scene.shown),
        )
        for scene in board.scenes
    )
    return replace(board, scenes=scenes)
