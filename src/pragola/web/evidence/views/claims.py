"""The claims of an entry with their proofs; and an innovation brought into another year."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pragola.inspection.findings import Severity
from pragola.inspection.videos.substances import video_indicators
from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.scoring.faults import PragolaError
from pragola.web.evidence.access import may_inspect
from pragola.web.evidence.actions.uses import carry_over_with_proofs
from pragola.web.evidence.queries.alike import alike_in_entry
from pragola.web.evidence.queries.proofs import Proof, attachments_of, proofs_of
from pragola.web.innovations.access import (
    entry_to_read,
    innovation_to_carry,
    readable_units,
)
from pragola.web.innovations.models import Entry
from pragola.web.innovations.opened import CarriedInnovation
from pragola.web.innovations.queries.claims import ClaimPart, claims_part
from pragola.web.innovations.queries.head import EntryHead, entry_head
from pragola.web.regions.models import Role
from pragola.web.shared.language import spoken
from pragola.web.shared.provenance import rest_of
from pragola.wording import say


@dataclass(frozen=True, slots=True)
class ProvenClaim:
    """A claim with its proofs, and why it was returned, if it was."""

    claim: ClaimPart
    proofs: tuple[Proof, ...]
    reason: str

    @property
    def blocked(self) -> int:
        """How many of its proofs nobody can judge."""
        return _found(self.proofs, Severity.BLOCKS)

    @property
    def doubtful(self) -> int:
        """How many of its proofs a person should look at."""
        return _found(self.proofs, Severity.DOUBTFUL)


@require_safe
def claims(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Twenty indicators: what is claimed, what it gives, what proves it."""
    opened = entry_to_read(request, entry_id)
    head = entry_head(opened, now())
    in_order = request.GET.get("urut") == "pedoman"
    part = claims_part(opened.entry, spoken(), in_order=in_order)
    proofs = proofs_of(opened.entry, spoken(), now())
    context = {
        "head": head,
        "tab": "claims",
        "entry": opened.entry,
        "tally": part.tally,
        "claims": _proven(part.claims, proofs, head),
        "attachments": attachments_of(opened.entry, proofs),
        "in_order": in_order,
        # Where there is no script, the claim that was just worked on is open again.
        "opened": request.GET.get("buka", ""),
        "of_video": [each.code for each in video_indicators(_edition_of(opened.entry))],
        "alike": alike_in_entry(opened.entry, readable_units(opened.standing, "unit__"), spoken()),
        "again": may_inspect(opened.standing, opened.entry.innovation.unit),
    }
    return render(request, "evidence/claims.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def carry_over(request: HttpRequest, innovation_id: int, assessment_id: int) -> HttpResponse:
    """An innovation in another year: what it means, then done in one step."""
    carried = innovation_to_carry(request, innovation_id, assessment_id)
    if request.method != "POST":
        return _carrying_page(request, carried)
    try:
        entry, number = carry_over_with_proofs(
            carried.innovation,
            former=carried.former,
            assessment=carried.assessment,
            by=carried.standing.author(Role.OPERATOR),
            at=now(),
        )
    except PragolaError as error:
        messages.error(request, say(error.faults[0], spoken()))
        return redirect("workspace")
    told = {"year": entry.assessment.edition, "number": number}
    messages.success(
        request,
        _("Sudah dibawa ke %(year)s beserta %(number)s bukti. Periksa yang bertanda.") % told,
    )
    return redirect("entry", entry_id=entry.pk)


def _carrying_page(request: HttpRequest, carried: CarriedInnovation) -> HttpResponse:
    edition = load_edition(carried.assessment.edition)
    most = edition.eligibility.max_assessments
    context = {
        "carried": carried,
        "most": most.value if most and carried.years > most.value else None,
        "rest": rest_of(edition, most.provenance, spoken()) if most else None,
    }
    return render(request, "evidence/carry_over.html", context)


def _edition_of(entry: Entry) -> Edition:
    return load_edition(entry.assessment.edition)


def _proven(
    claims: tuple[ClaimPart, ...], proofs: Mapping[str, tuple[Proof, ...]], head: EntryHead
) -> tuple[ProvenClaim, ...]:
    reasons = head.returned.reasons if head.returned else {}
    return tuple(
        ProvenClaim(claim, proofs.get(claim.code, ()), reasons.get(claim.code, ""))
        for claim in claims
    )


def _found(proofs: tuple[Proof, ...], severity: Severity) -> int:
    return sum(bool(each.outcome and each.outcome.gravest == severity) for each in proofs)
