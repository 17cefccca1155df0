"""The bench: the queue, a claim with its proofs beside it, and the verdict."""

from collections.abc import Mapping, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pragola.scoring.faults import Fault, PragolaError
from pragola.web.evidence.access import may_inspect
from pragola.web.evidence.renditions import WIDTHS
from pragola.web.innovations.access import entries_readable
from pragola.web.innovations.models import Assessment, Claim
from pragola.web.innovations.opened import OpenedEntry
from pragola.web.regions.standing import Standing
from pragola.web.review.access import bench_of, claim_to_judge, judgement_to_withdraw
from pragola.web.review.actions.judging import Ruling, judge_claim
from pragola.web.review.actions.offering import take_back
from pragola.web.review.actions.queue import skip_claim, take_claim, take_next
from pragola.web.review.actions.reading_again import read_again
from pragola.web.review.forms.ruling import address_of, field_of, ruling_in, wanted_in
from pragola.web.review.models import Verdict
from pragola.web.review.queries.bench import bench_claim
from pragola.web.review.queries.objections import answers_waiting
from pragola.web.review.queries.offers import offered_with
from pragola.web.review.queries.others import others_on_evidence
from pragola.web.review.queries.overview import overview_of
from pragola.web.review.queries.queue import QueueOrder, QueueWanted
from pragola.web.review.queries.undoing import undoable
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.wording import say


@require_safe
def bench_queue(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """What waits for a verdict, by indicator and by innovation."""
    assessment, standing = bench_of(request, assessment_id)
    context = {
        "assessment": assessment,
        "queue": overview_of(assessment, standing, spoken(), now()),
        "orders": QueueOrder,
        "to_answer": answers_waiting(assessment, standing),
        "undo": undoable(assessment, standing.person, spoken(), now()),
    }
    return render(request, "review/queue.html", context)


@require_POST
def turn_take(request: HttpRequest, assessment_id: int) -> HttpResponse:
    """Take the next claim and open it; the one that is skipped for it is let go."""
    assessment, standing = bench_of(request, assessment_id)
    wanted = wanted_in(request.POST.dict())
    skipped = whole(request.POST.get("lewati"))
    if not skipped:
        return to_next(request, assessment, standing, wanted)
    turn = skip_claim(skipped, assessment, standing, wanted, at=now())
    if turn is None:
        messages.success(request, _("Tidak ada klaim lain di bagian ini; yang dilewati menunggu."))
        return redirect("bench_queue", assessment_id=assessment.pk)
    return redirect(_at(turn.claim_id, wanted))


@require_safe
def bench(request: HttpRequest, claim_id: int) -> HttpResponse:
    """A claim with its proofs beside it."""
    claim, entry = claim_to_judge(request, claim_id)
    return _page(request, claim, entry, request.GET)


@require_POST
def claim_take(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Hold a claim that they chose by themselves, and open it."""
    claim, entry = claim_to_judge(request, claim_id)
    take_claim(claim, entry.standing, at=now())
    return redirect(_at(claim_id, wanted_in(request.POST.dict())))


@require_POST
def verdict_give(request: HttpRequest, claim_id: int) -> HttpResponse:
    """Give the verdict, then on to the next claim."""
    claim, entry = claim_to_judge(request, claim_id)
    try:
        verdict = _give(request, claim, entry, ruling_in(request.POST.dict()))
    except PragolaError as error:
        return _page(request, claim, entry, request.POST, refused=error.faults)
    wanted = wanted_in(request.POST.dict())
    if _is_offered(request, verdict, entry):
        return redirect(f"{reverse('verdict_offer', args=[verdict.pk])}?{address_of(wanted)}")
    return to_next(request, entry.entry.assessment, entry.standing, wanted)


@require_POST
def verdict_withdraw(request: HttpRequest, verdict_id: int) -> HttpResponse:
    """Take a judgement back that was just given, on all its claims, and open the first again."""
    verdicts, entry = judgement_to_withdraw(request, verdict_id)
    done = take_back(verdicts, by=entry.standing.person, at=now())
    for fault in dict.fromkeys(done.refused):
        messages.error(request, say(fault, spoken()))
    if not done.claims:
        return redirect("bench_queue", assessment_id=entry.entry.assessment_id)
    messages.success(request, _told_as_withdrawn(len(done.claims)))
    first = done.claims[0]
    take_claim(first, entry.standing, at=now())
    return redirect(_at(first.pk, wanted_in(request.POST.dict())))


def _told_as_withdrawn(number: int) -> str:
    if number == 1:
        return _("Putusan dibatalkan. Klaimnya menunggu lagi.")
    return _("Putusan atas %(number)s klaim dibatalkan. Semuanya menunggu lagi.") % {
        "number": number
    }


def _give(request: HttpRequest, claim: Claim, entry: OpenedEntry, ruling: Ruling) -> Verdict:
    person, seen = entry.standing.person, request.POST.get("seen", "")
    turn = whole(request.POST.get("giliran"))
    if turn:
        return read_again(turn, claim_id=claim.pk, ruling=ruling, seen=seen, by=person, at=now())
    return judge_claim(claim.pk, ruling, seen=seen, by=person, at=now())


def _is_offered(request: HttpRequest, verdict: Verdict, entry: OpenedEntry) -> bool:
    """Whether they asked to see the claims that could get the same verdict, and there are any.

    A later reading goes no further than its claim: the others wait for a first one.
    """
    if not request.POST.get("serupa") or request.POST.get("giliran"):
        return False
    return offered_with(verdict.claim, entries_readable(entry.standing), entry.standing) > 0


def to_next(
    request: HttpRequest, assessment: Assessment, standing: Standing, wanted: QueueWanted
) -> HttpResponse:
    """On to the next claim of that part of the queue; to its page where nothing is left."""
    turn = take_next(assessment, standing, wanted, at=now())
    if turn is None:
        messages.success(request, _("Tidak ada lagi klaim yang menunggu Anda di antrean ini."))
        return redirect("bench_queue", assessment_id=assessment.pk)
    return redirect(_at(turn.claim_id, wanted))


def _at(claim_id: int, wanted: QueueWanted) -> str:
    asked = address_of(wanted)
    return f"{reverse('bench', args=[claim_id])}{'?' + asked if asked else ''}"


def _page(
    request: HttpRequest,
    claim: Claim,
    entry: OpenedEntry,
    asked: QueryDict,
    *,
    refused: Sequence[Fault] = (),
) -> HttpResponse:
    told: Mapping[str, str] = asked.dict()  # type: ignore[assignment]
    person = entry.standing.person
    page = bench_claim(
        claim,
        person,
        spoken(),
        now(),
        use=whole(told.get("bukti")),
        page=whole(told.get("hal")),
        second=whole(told.get("detik")),
    )
    readable = entries_readable(entry.standing)
    context = {
        "entry": entry.entry,
        "row": claim,
        "page": page,
        "others": () if page.blind else others_on_evidence(claim, readable),
        "others_waiting": 0 if page.turn else offered_with(claim, readable, entry.standing),
        "wanted": wanted_in(told),
        "queue_asked": address_of(wanted_in(told)),
        "undo": undoable(claim.entry.assessment, person, spoken(), now()),
        "again": may_inspect(entry.standing, entry.entry.innovation.unit),
        "chosen": told,
        "said": [say(fault, spoken()) for fault in refused],
        "wrong": field_of(refused[0]) if refused else "",
        "in_words": any(fault.code == "verdict_without_proof" for fault in refused),
        "middle": WIDTHS[1],
        "widest": WIDTHS[2],
    }
    return render(request, "review/bench.html", context, status=422 if refused else 200)
