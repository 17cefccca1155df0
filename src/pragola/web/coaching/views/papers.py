"""Papers of an entry: drafted, filled, followed to their signature."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from pragola.scoring.faults import PragolaError
from pragola.web.coaching.access import (
    paper_to_move,
    paper_to_prove,
    papers_readable,
    papers_to_read,
    region_to_coach,
)
from pragola.web.coaching.actions.papers import (
    Arriving,
    draft_paper,
    move_paper,
    must_be_signable,
    must_be_signed,
    prove,
    sign_with_scan,
    take_scan,
)
from pragola.web.coaching.forms.papers import ScanForm, SignedForm
from pragola.web.coaching.models import PaperKind, PaperMove, PaperState
from pragola.web.coaching.paper_parts import PaperText
from pragola.web.coaching.paper_texts import paper_text
from pragola.web.coaching.printing import papers as printed
from pragola.web.coaching.queries.papers import followed_papers, known_of, paper_lines, provable
from pragola.web.evidence.models import Evidence
from pragola.web.regions.models import Role
from pragola.web.shared.audit import Author
from pragola.web.shared.language import spoken
from pragola.wording import say

_PROVEN = _("Surat tercatat, dan hasil pindainya menjadi bukti %(part)s dengan data suratnya.")


@require_safe
def papers(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Every kind of paper for an entry, and how far it has come."""
    opened, role = papers_to_read(request, entry_id)
    context = {
        "entry": opened.entry,
        "lines": paper_lines(opened.entry, spoken()),
        "drafts": role is not None,
        "hands_in": opened.changeable,
        "provable": provable(opened.entry),
        "form": SignedForm(),
    }
    return render(request, "coaching/papers.html", context)


@require_safe
def region_papers(request: HttpRequest, code: str) -> HttpResponse:
    """Papers of a government that somebody follows, and where they wait."""
    region, standing = region_to_coach(request, code)
    chosen = request.GET.get("keadaan", "")
    state = chosen if chosen in PaperState else ""
    papers = papers_readable(standing).filter(entry__innovation__region=region)
    told = followed_papers(papers, chosen=state, now=now(), language=spoken())
    states = (
        (PaperState.AT_LEGAL, told.at_legal),
        (PaperState.DRAFTED, told.drafted),
        (PaperState.SIGNED, told.signed),
    )
    context = {"region": region, "told": told, "chosen": state, "states": states}
    return render(request, "coaching/region_papers.html", context)


@require_POST
def paper_draft(request: HttpRequest, entry_id: int, kind: str) -> HttpResponse:
    """Follow a paper from now on."""
    opened, role = papers_to_read(request, entry_id)
    if role is None:
        raise PermissionDenied
    author = opened.standing.author(role)
    draft_paper(opened.entry, _kind(kind), by=author, at=now())
    return _to_card(entry_id, kind)


@require_POST
def paper_move(request: HttpRequest, paper_id: int, move: str) -> HttpResponse:
    """A move of the table."""
    paper, standing, role = paper_to_move(request, paper_id)
    form = SignedForm(request.POST, request.FILES)
    if move not in PaperMove:
        raise Http404
    if not form.is_valid():
        _say_errors(request, form)
        return redirect("papers", entry_id=paper.entry_id)
    number, day = form.number_and_day
    signs = PaperMove(move) is PaperMove.SIGN
    try:
        if signs and form.scan:
            must_be_signable(paper, number=number, signed_on=day)
            evidence, author = _scanned(request, paper_id, form)
            told = {"part": form.cleaned_data["part"], "office": form.cleaned_data["office"]}
            sign_with_scan(
                paper_id, evidence, number=number, signed_on=day, **told, by=author, at=now()
            )
            messages.success(request, _PROVEN % told)
        else:
            author = standing.author(role)
            move_paper(paper_id, PaperMove(move), number=number, signed_on=day, by=author, at=now())
            return _to_card(paper.entry_id, paper.kind)
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("papers", entry_id=paper.entry_id)


@require_POST
def paper_prove(request: HttpRequest, paper_id: int) -> HttpResponse:
    """The scan of a paper that was signed before becomes evidence."""
    paper, _opened = paper_to_prove(request, paper_id)
    form = ScanForm(request.POST, request.FILES)
    if not form.is_valid():
        _say_errors(request, form)
        return redirect("papers", entry_id=paper.entry_id)
    told = {"part": form.cleaned_data["part"], "office": form.cleaned_data["office"]}
    try:
        must_be_signed(paper)
        evidence, author = _scanned(request, paper_id, form)
        prove(paper_id, evidence, **told, by=author, at=now())
        messages.success(request, _PROVEN % told)
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
    return redirect("papers", entry_id=paper.entry_id)


@require_safe
def paper_pdf(request: HttpRequest, entry_id: int, kind: str) -> HttpResponse:
    """A paper filled with the innovation's data, as PDF."""
    text = _filled(request, entry_id, kind)
    content = printed.paper_pdf(text, invented=settings.DEMONSTRATION)
    headers = {"Content-Disposition": f'inline; filename="{kind}-{entry_id}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@require_safe
def paper_docx(request: HttpRequest, entry_id: int, kind: str) -> HttpResponse:
    """The same as DOCX."""
    text = _filled(request, entry_id, kind)
    content = printed.paper_docx(text, invented=settings.DEMONSTRATION)
    headers = {"Content-Disposition": f'attachment; filename="{kind}-{entry_id}.docx"'}
    return HttpResponse(content, content_type=printed.DOCX, headers=headers)


def _filled(request: HttpRequest, entry_id: int, kind: str) -> PaperText:
    opened, _role = papers_to_read(request, entry_id)
    return paper_text(_kind(kind), known_of(opened.entry))


def _scanned(request: HttpRequest, paper_id: int, form: ScanForm) -> tuple[Evidence, Author]:
    """The scan as evidence of the claim, taken from the operator of its unit."""
    _paper, opened = paper_to_prove(request, paper_id)
    scan = form.scan
    assert scan is not None
    arriving = Arriving(name=form.file_name, size=scan.size or 0, part=form.cleaned_data["part"])
    person = opened.standing.person
    evidence = take_scan(opened.entry, scan.chunks(), arriving, by=person, at=now())
    return evidence, opened.standing.author(Role.OPERATOR)


def _to_card(entry_id: int, kind: str) -> HttpResponse:
    """Back to where they were on the page; what went wrong is told at its top instead."""
    return redirect(f"{reverse('papers', args=[entry_id])}#{kind}")


def _say_errors(request: HttpRequest, form: ScanForm) -> None:
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))


def _kind(kind: str) -> PaperKind:
    if kind not in PaperKind:
        raise Http404
    return PaperKind(kind)
