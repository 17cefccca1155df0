"""Making a move: a page that says what it means, and the move itself."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.innovations.access import entry_to_move, entry_to_read
from pragola.web.innovations.actions.moves import make_move, must_be_in_time
from pragola.web.innovations.models import WAYS, Entry, Move
from pragola.web.innovations.queries.calendar import who_gives_grace
from pragola.web.innovations.queries.granted import granted_less
from pragola.web.innovations.queries.head import entry_head, has_head
from pragola.web.innovations.queries.inspected import files_to_look_at, files_under_way
from pragola.web.innovations.queries.leaving import missing_lines
from pragola.web.innovations.queries.missing import missing_of
from pragola.web.innovations.queries.returning import STANDARD_REASONS, returnable_parts
from pragola.web.innovations.queries.unjudged import codes_unjudged
from pragola.web.regions.models import Role
from pragola.web.shared.kept import first_texts, keeps_texts, kept_texts
from pragola.web.shared.language import spoken
from pragola.web.shared.texts import typed
from pragola.wording import say

_REASON, _STANDARD = "alasan.", "baku."
_LOOKING = frozenset({Move.SUBMIT, Move.APPROVE})
"""Before these it is told what inspection found."""
_DONE = {
    Move.SUBMIT: _("Sudah diajukan dan menunggu persetujuan kepala unit."),
    Move.TAKE_BACK: _("Sudah ditarik kembali. Entri ini dapat diubah lagi."),
    Move.SEND_BACK: _("Sudah dikembalikan kepada operator, beserta alasannya."),
    Move.APPROVE: _("Sudah disetujui dan diteruskan kepada verifikator."),
    Move.BEGIN_REVIEW: _("Pemeriksaan dimulai. Klaimnya dapat diputus satu per satu."),
    Move.REVIEW_AGAIN: _("Pemeriksaannya dibuka lagi."),
    Move.CLOSE: _("Sudah ditutup untuk berkas. Isinya tidak berubah lagi."),
    Move.OPEN_AGAIN: _("Sudah dibuka lagi; entri ini kembali terverifikasi."),
    Move.REJECT: _("Penolakan kementerian sudah dicatat. Nilainya menjadi 0."),
    Move.UNDO_REJECT: _("Catatan penolakan sudah dicabut."),
}
"""What is said once a move is made; those that rest on verdicts are made elsewhere."""


@keeps_texts
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, entry_id: int, move: str) -> HttpResponse:
    """What the move means and still lacks; posted, it is made.

    A move that rests on verdicts is made where these are shown.
    """
    if move not in Move:
        raise Http404
    chosen = Move(move)
    opened, role = entry_to_move(request, entry_id, chosen)
    if WAYS[chosen].rests_on_verdicts:
        return _where_verdicts_are(request, opened.entry, chosen)
    if request.method != "POST":
        return _page(request, entry_id, chosen, first_texts(kept_texts(request)))
    return _make(request, entry_id, chosen, role)


def _where_verdicts_are(request: HttpRequest, entry: Entry, move: Move) -> HttpResponse:
    """On to the end of the review, with a word where the move is not possible yet."""
    waiting = () if WAYS[move].names_reasons else codes_unjudged(entry)
    if waiting:
        fault = Fault(code="claims_not_judged", found=", ".join(waiting))
        messages.error(request, say(fault, spoken()))
    return redirect(f"{reverse('entry_review', args=[entry.pk])}#akhiri")


def _make(request: HttpRequest, entry_id: int, move: Move, role: Role) -> HttpResponse:
    posted = request.POST.dict()
    opened, _role = entry_to_move(request, entry_id, move)
    try:
        make_move(
            entry_id,
            move,
            role=role,
            by=opened.standing.person,
            note=typed(posted.get("note", "")),
            reasons=_reasons(posted),
            at=now(),
        )
    except PragolaError as error:
        said = [say(fault, spoken()) for fault in error.faults]
        return _page(request, entry_id, move, posted, said=said)
    messages.success(request, str(_DONE[move]))
    return redirect("entry", entry_id=entry_id)


def _page(
    request: HttpRequest,
    entry_id: int,
    move: Move,
    posted: Mapping[str, str],
    *,
    said: list[str] | None = None,
) -> HttpResponse:
    opened = entry_to_read(request, entry_id)
    entry, way = opened.entry, WAYS[move]
    missing = missing_of([entry])[entry_id]
    closed = _closed(entry, move)
    context = {
        "head": entry_head(opened, now()),
        "move": move,
        "way": way,
        "possible": move in opened.moves,
        "closed": closed,
        "kept": bool(posted) and not said and move in opened.moves and not closed,
        "missing": missing_lines(entry, missing),
        "files": files_to_look_at(entry, spoken()) if move in _LOOKING else (),
        "approvers": has_head(entry) if move is Move.SUBMIT else False,
        "asked": who_gives_grace(entry.assessment) if move is Move.SUBMIT else (),
        "unchanged": granted_less(entry, entry.claims.all()) if move is Move.SUBMIT else (),
        "waiting": files_under_way(entry) if move in _LOOKING else 0,
        "parts": returnable_parts(entry, _reasons(posted)) if way.names_reasons else (),
        "standard": STANDARD_REASONS,
        "note": typed(posted.get("note", "")),
        "said": said or [],
    }
    status = 422 if said else 200
    return render(request, "innovations/move.html", context, status=status)


def _closed(entry: Entry, move: Move) -> str:
    """Why the move's door does not let it through, and whom to ask; empty where it does."""
    try:
        must_be_in_time(entry, move, at=now())
    except PragolaError as error:
        return say(error.faults[0], spoken())
    return ""


def _reasons(posted: Mapping[str, str]) -> dict[str, str]:
    """The reasons by part: the one that was chosen, then what was written."""
    parts = [name.removeprefix(_REASON) for name in posted if name.startswith(_REASON)]
    given = {
        part: " ".join(
            text
            for text in (typed(posted.get(_STANDARD + part, "")), typed(posted[_REASON + part]))
            if text
        )
        for part in parts
    }
    return {part: text for part, text in given.items() if text}
