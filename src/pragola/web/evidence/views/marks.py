"""Watching a video by its substances: their marks set by its unit, judged by a verifier."""

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

from pragola.rulebooks import load_edition
from pragola.scoring.faults import PragolaError
from pragola.web.evidence.access import mark_to_judge, may_judge, video_to_mark, video_to_watch
from pragola.web.evidence.actions.marks import judge_mark, last_second, set_mark
from pragola.web.evidence.forms.marks import second_of
from pragola.web.evidence.models import Mark, MarkVerdict, Use
from pragola.web.evidence.queries.marks import Marks, marks_of
from pragola.web.evidence.queries.proofs import media_of
from pragola.web.evidence.queries.transcripts import transcript_of
from pragola.web.evidence.views.videos import asked_player
from pragola.web.innovations import autosave
from pragola.web.innovations.actions.saving import StaleSaveError
from pragola.web.innovations.models import EntryState
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.innovations.queries.head import entry_head
from pragola.web.innovations.unsaved import Unsaved, unsaved_part
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Jsonable
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.web.shared.parts import asks_for_part
from pragola.web.shared.times import minute_second
from pragola.wording import say


@require_http_methods(["GET", "HEAD", "POST"])
def use_video(request: HttpRequest, use_id: int) -> HttpResponse:
    """A video with its marks; posted, every mark that changed is saved."""
    if request.method != "POST":
        return _page(request, *video_to_watch(request, use_id), ())
    use, opened = video_to_mark(request, use_id)
    unsaved = tuple(_save_all(request, use, opened))
    if unsaved:
        return _page(request, *video_to_watch(request, use_id), unsaved)
    messages.success(request, _("Tanda waktu sudah disimpan."))
    return redirect("use_video", use_id=use_id)


@require_POST
@autosave.for_its_writer
def mark_save(request: HttpRequest, use_id: int, number: int) -> HttpResponse:
    """One mark, saved by a script while somebody watches."""
    use, opened = video_to_mark(request, use_id)
    try:
        row = _save(request, use, opened, number, whole(request.POST.get("revision")) or 0)
    except StaleSaveError as error:
        zone = ZoneInfo(opened.entry.assessment.region.time_zone)
        mine, theirs = _clock(error.mine), _clock(error.theirs)
        return autosave.stale(error, mine=mine, theirs=theirs, zone=zone)
    except PragolaError as error:
        return autosave.refused(error)
    fresh, _opened = video_to_watch(request, use_id)
    marks = marks_of(fresh, spoken())
    assert marks is not None
    context = {"marks": marks, "line": marks.lines[number - 1]}
    parts = {
        f"sesudah-tanda-{number}": render_to_string("evidence/_mark_after.html", context, request),
        "jumlah-tanda": render_to_string("evidence/_marks_tally.html", context, request),
    }
    return autosave.saved(row.revision if row else 0, parts=parts)


@require_POST
def mark_judge(request: HttpRequest, mark_id: int) -> HttpResponse:
    """A mark confirmed or rejected; the marks as they are now where a script asks."""
    mark, opened = mark_to_judge(request, mark_id)
    verdict = request.POST.get("verdict", "")
    if verdict not in MarkVerdict.values:
        return HttpResponse(status=400)
    said = _judged(request, mark, opened, MarkVerdict(verdict))
    if asks_for_part(request):
        context = _context(request, *video_to_watch(request, mark.use_id)) | {"said": said}
        return render(request, "evidence/_marks.html", context)
    if said:
        messages.error(request, said)
    response = redirect("use_video", use_id=mark.use_id)
    response["Location"] += f"?detik={mark.second or 0}"
    return response


def _judged(request: HttpRequest, mark: Mark, opened: OpenedEntry, verdict: MarkVerdict) -> str:
    """Judge a mark; what was wrong with it in words, if anything was."""
    try:
        judge_mark(
            mark,
            verdict,
            revision=whole(request.POST.get("revision")) or 0,
            seen=request.POST.get("seen", ""),
            by=opened.standing.author(Role.VERIFIER),
            at=now(),
        )
    except PragolaError as error:
        return say(error.faults[0], spoken())
    return ""


def _save_all(request: HttpRequest, use: Use, opened: OpenedEntry) -> Iterator[Unsaved]:
    substances = load_edition(opened.entry.assessment.edition).video.substances.value
    for number, substance in enumerate(substances, 1):
        if f"at.{number}" not in request.POST:
            continue
        revision = whole(request.POST.get(f"revision.{number}")) or 0
        try:
            _save(request, use, opened, number, revision)
        except PragolaError as error:
            theirs = _clock(error.theirs) if isinstance(error, StaleSaveError) else ""
            typed = request.POST[f"at.{number}"]
            part = f"tanda-{number}"
            yield unsaved_part(opened.entry, part, substance, error, typed=typed, theirs=theirs)


def _save(
    request: HttpRequest, use: Use, opened: OpenedEntry, number: int, revision: int
) -> Mark | None:
    return set_mark(
        use,
        number,
        second_of(request.POST.get(f"at.{number}", "")),
        revision=revision,
        by=opened.standing.author(Role.OPERATOR),
        at=now(),
    )


def _clock(second: Jsonable) -> str:
    return minute_second(second) if isinstance(second, int) else "–"


def _page(
    request: HttpRequest, use: Use, opened: OpenedEntry, unsaved: tuple[Unsaved, ...]
) -> HttpResponse:
    context = _context(request, use, opened)
    typed = {each.id: each.mine for each in unsaved}
    context |= {
        "marks": _as_typed(context["marks"], typed),
        "unsaved": unsaved,
        "stale": any(each.when for each in unsaved),
    }
    status = (409 if context["stale"] else 422) if unsaved else 200
    return render(request, "evidence/video.html", context, status=status)


def _as_typed(marks: object, typed: Mapping[str, str]) -> Marks:
    assert isinstance(marks, Marks)
    lines = tuple(
        replace(line, typed=typed.get(f"tanda-{line.number}", line.typed)) for line in marks.lines
    )
    return replace(marks, lines=lines)


def _context(request: HttpRequest, use: Use, opened: OpenedEntry) -> dict[str, object]:
    edition = load_edition(opened.entry.assessment.edition)
    last, is_its_length = last_second(use, edition)
    is_verifier = opened.standing.role_at(opened.entry.innovation.unit, Role.VERIFIER) is not None
    judging = may_judge(opened)
    return {
        "head": entry_head(opened, now()),
        "use": use,
        "evidence": use.evidence,
        "media": media_of(use.evidence),
        "player": asked_player(request, use.evidence),
        "passages": transcript_of(use.evidence, edition.video.substances.value),
        "marks": marks_of(use, spoken()),
        "last": minute_second(last),
        "is_its_length": is_its_length,
        "judging": judging and opened.entry.state == EntryState.UNDER_REVIEW,
        "conflict": is_verifier and not judging,
        "said": "",
    }
