"""One verdict offered to all claims on the same evidence, each shown before it is applied."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pragola.web.innovations.access import entries_readable
from pragola.web.review.access import claim_to_judge, verdict_to_withdraw
from pragola.web.review.actions.offering import give_along
from pragola.web.review.forms.ruling import address_of, wanted_in
from pragola.web.review.models import Verdict
from pragola.web.review.queries.offers import offers_of
from pragola.web.review.views.bench import to_next
from pragola.web.shared.language import spoken
from pragola.web.shared.numbers import whole
from pragola.wording import say


@require_http_methods(["GET", "HEAD", "POST"])
def verdict_offer(request: HttpRequest, verdict_id: int) -> HttpResponse:
    """The claims that could get the verdict too; posted, the chosen ones do."""
    verdict, entry = verdict_to_withdraw(request, verdict_id)
    if request.method == "POST":
        _give(request, verdict)
        wanted = wanted_in(request.POST.dict())
        return to_next(request, entry.entry.assessment, entry.standing, wanted)
    context = {
        "verdict": verdict,
        "entry": entry.entry,
        "offers": offers_of(verdict, entries_readable(entry.standing), entry.standing),
        "wanted": wanted_in(request.GET.dict()),
        "queue_asked": address_of(wanted_in(request.GET.dict())),
    }
    return render(request, "review/offer.html", context)


def _give(request: HttpRequest, verdict: Verdict) -> None:
    chosen, person = {}, None
    for claim_id in filter(None, map(whole, request.POST.getlist("klaim"))):
        _claim, entry = claim_to_judge(request, claim_id)
        person = entry.standing.person
        chosen[claim_id] = request.POST.get(f"seen.{claim_id}", "")
    if person:
        done = give_along(verdict, chosen, by=person, at=now())
        told = _("Putusan yang sama diberikan pada %(number)s klaim lain.") % {"number": done.given}
        messages.success(request, told)
        for fault in dict.fromkeys(done.refused):
            messages.error(request, say(fault, spoken()))
