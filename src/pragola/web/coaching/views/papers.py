"""Papers of an entry: drafted, filled, followed to their signature."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_POST, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.coaching.access import paper_to_move, papers_to_read
from pragola.web.coaching.actions.papers import draft_paper, move_paper
from pragola.web.coaching.forms.papers import SignedForm
from pragola.web.coaching.models import PaperKind, PaperMove
from pragola.web.coaching.paper_texts import Known, PaperText, paper_text
from pragola.web.coaching.printing import papers as printed
from pragola.web.coaching.queries.papers import known_of, paper_lines
from pragola.web.shared.language import spoken
from pragola.wording import say


@require_safe
def papers(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Every kind of paper for an entry, and how far it has come."""
    opened, role = papers_to_read(request, entry_id)
    context = {
        "entry": opened.entry,
        "lines": paper_lines(opened.entry, spoken()),
        "drafts": role is not None,
        "form": SignedForm(),
    }
    return render(request, "coaching/papers.html", context)


@require_POST
def paper_draft(request: HttpRequest, entry_id: int, kind: str) -> HttpResponse:
    """Follow a paper from now on."""
    opened, role = papers_to_read(request, entry_id)
    if role is None:
        raise PermissionDenied
    author = opened.standing.author(role)
    draft_paper(opened.entry, _kind(kind), by=author, at=now())
    return redirect("papers", entry_id=entry_id)


@require_POST
def paper_move(request: HttpRequest, paper_id: int, move: str) -> HttpResponse:
    """A move of the table."""
    paper, standing, role = paper_to_move(request, paper_id)
    form = SignedForm(request.POST)
    if move not in PaperMove:
        raise Http404
    if not form.is_valid():
        messages.error(request, " ".join(str(each) for each in form.errors["signed_on"]))
        return redirect("papers", entry_id=paper.entry_id)
    try:
        author = standing.author(role)
        move_paper(paper_id, PaperMove(move), **form.cleaned_data, by=author, at=now())
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("papers", entry_id=paper.entry_id)


@require_safe
def paper_pdf(request: HttpRequest, entry_id: int, kind: str) -> HttpResponse:
    """A paper filled with the innovation's data, as PDF."""
    text, known = _filled(request, entry_id, kind)
    content = printed.paper_pdf(text, known, invented=settings.DEMONSTRATION)
    headers = {"Content-Disposition": f'inline; filename="{kind}-{entry_id}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@require_safe
def paper_docx(request: HttpRequest, entry_id: int, kind: str) -> HttpResponse:
    """The same as DOCX."""
    text, known = _filled(request, entry_id, kind)
    content = printed.paper_docx(text, known, invented=settings.DEMONSTRATION)
    headers = {"Content-Disposition": f'attachment; filename="{kind}-{entry_id}.docx"'}
    return HttpResponse(content, content_type=printed.DOCX, headers=headers)


def _filled(request: HttpRequest, entry_id: int, kind: str) -> tuple[PaperText, Known]:
    opened, _role = papers_to_read(request, entry_id)
    known = known_of(opened.entry)
    return paper_text(_kind(kind), known), known


def _kind(kind: str) -> PaperKind:
    if kind not in PaperKind:
        raise Http404
    return PaperKind(kind)
