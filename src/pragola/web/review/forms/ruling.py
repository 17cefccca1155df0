"""A ruling and a wish for the queue, as forms and addresses tell them."""

from collections.abc import Mapping
from urllib.parse import urlencode

from pragola.scoring.faults import Fault
from pragola.web.review.actions.judging import Ruling, VerdictError
from pragola.web.review.queries.queue import QueueOrder, QueueWanted
from pragola.web.shared.numbers import whole
from pragola.web.shared.texts import typed

_RETURNING, _ACCEPTING = "kembalikan", "terima"
_FIELDS = {
    "verdict_without_reason": "alasan",
    "verdict_without_proof": "alasan",
    "verdict_reason_long": "alasan",
    "answer_without_reason": "alasan",
    "verdict_without_level": "level",
    "verdict_level_unknown": "level",
    "verdict_above_claim": "level",
    "answer_below_verdict": "level",
}


def ruling_in(posted: Mapping[str, str]) -> Ruling:
    """The ruling of a form: its level, or 0 where the button to return was pressed.

    -1 where something was to be accepted and no level was chosen; that is refused. Raises
    VerdictError where neither button was pressed.
    """
    pressed = posted.get("putusan")
    if pressed not in (_RETURNING, _ACCEPTING):
        raise VerdictError(Fault(code="verdict_unknown"))
    return Ruling(
        level=0 if pressed == _RETURNING else whole(posted.get("level")) or -1,
        standard=typed(posted.get("baku", "")),
        words=typed(posted.get("alasan", "")),
    )


def field_of(fault: Fault) -> str:
    """The field of the form that is wrong; empty where it is none of them."""
    return _FIELDS.get(fault.code, "")


def wanted_in(asked: Mapping[str, str]) -> QueueWanted:
    """What part of the queue is worked off, and how; what is unknown is as if not asked."""
    order = asked.get("urut", "")
    return QueueWanted(
        indicator=asked.get("indikator", ""),
        entry=whole(asked.get("inovasi")),
        order=QueueOrder(order) if order in list(QueueOrder) else QueueOrder.RISK,
    )


def address_of(wanted: QueueWanted) -> str:
    """The same as part of an address; empty where nothing is asked for."""
    told = {"indikator": wanted.indicator, "inovasi": str(wanted.entry or "")}
    if wanted.order is not QueueOrder.RISK:
        told["urut"] = wanted.order.value
    return urlencode({name: value for name, value in told.items() if value})
