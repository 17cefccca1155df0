"""An objection, as its form tells it."""

from collections.abc import Mapping
from dataclasses import dataclass

from pragola.scoring.faults import Fault
from pragola.web.evidence.models import Use
from pragola.web.innovations.models import Entry
from pragola.web.review.actions.judging import VerdictError
from pragola.web.shared.numbers import whole
from pragola.web.shared.texts import typed


@dataclass(frozen=True, slots=True)
class Objecting:
    """What speaks against a verdict, and the proof that is pointed at, if any."""

    reason: str
    use: Use | None


def objecting_in(posted: Mapping[str, str], entry: Entry) -> Objecting:
    """The objection of a form. Raises VerdictError for a proof that is not in use in the entry."""
    return Objecting(typed(posted.get("alasan", "")), _use_in(posted.get("bukti", ""), entry))


def _use_in(chosen: str, entry: Entry) -> Use | None:
    if not chosen:
        return None
    use = uses_to_point_at(entry).get(whole(chosen) or 0)
    if use is None:
        raise VerdictError(Fault(code="objection_proof_elsewhere"))
    return use


def uses_to_point_at(entry: Entry) -> Mapping[int, Use]:
    """The proofs in use in an entry, by their ids, in the order of what they prove; one query."""
    uses = Use.objects.filter(entry=entry, removed_at=None).select_related("evidence")
    return {use.pk: use for use in uses.order_by("part", "pk")}
