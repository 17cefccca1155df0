"""A claim as a form sends it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pragola.scoring import answers
from pragola.scoring.edition import Indicator, Measure
from pragola.scoring.faults import Fault, PragolaError
from pragola.scoring.measure import periods_needed
from pragola.web.shared.numbers import whole
from pragola.web.shared.texts import typed
from pragola.workbook.typed import AmbiguousNumberError, typed_number

LONGEST_NOTE = 2_000
_LONGEST_FIGURE = 30


class ClaimFormError(PragolaError):
    """Something in the form of a claim that says nothing."""


@dataclass(frozen=True, slots=True)
class PostedClaim:
    """What a form sent: a claim or nothing, a note, the revision it was based on."""

    claim: answers.Claim | None
    note: str
    revision: int


def posted_claim(indicator: Indicator, posted: Mapping[str, str]) -> PostedClaim:
    """The claim of a form. Figures win over a level beside them. Raises ClaimFormError."""
    note = typed(posted.get("note", ""))
    if len(note) > LONGEST_NOTE:
        found, most = str(len(note)), str(LONGEST_NOTE)
        raise ClaimFormError(Fault(code="field_too_long", found=found, expected=most))
    return PostedClaim(
        claim=_claim(indicator, posted),
        note=note,
        revision=whole(posted.get("revision")) or 0,
    )


def _claim(indicator: Indicator, posted: Mapping[str, str]) -> answers.Claim | None:
    base = next((b for b in indicator.bases if b.id == posted.get("base")), None)
    measure = base.measure if base else indicator.measure
    name = base.id if base else None
    if measure:
        figures = _figures(measure, f".{name}" if name else "", posted)
        if figures:
            value, periods = figures
            return answers.Claim(base=name, value=value, periods=periods)
    level = posted.get("level", "")
    if not level:
        return None
    number = whole(level)
    if number is None:
        raise _no_figure(level)
    return answers.Claim(base=name, level=number)


def _figures(
    measure: Measure, suffix: str, posted: Mapping[str, str]
) -> tuple[Decimal | None, tuple[tuple[str, Decimal], ...]] | None:
    needed = periods_needed(measure)
    if not needed:
        text = posted.get(f"value{suffix}", "").strip()
        return (_number(text), ()) if text else None
    texts = {year: posted.get(f"period{suffix}.{year}", "").strip() for year in needed}
    if not any(texts.values()):
        return None
    missing = [year for year, text in texts.items() if not text]
    if missing:
        raise ClaimFormError(Fault(code="claim_figures_missing", expected=", ".join(missing)))
    return None, tuple((year, _number(text)) for year, text in texts.items())


def _number(text: str) -> Decimal:
    try:
        number = typed_number(text)
    except AmbiguousNumberError:
        raise ClaimFormError(Fault(code="number_ambiguous", found=text)) from None
    if number is None or len(text) > _LONGEST_FIGURE:
        raise _no_figure(text)
    return number


def _no_figure(text: str) -> ClaimFormError:
    return ClaimFormError(Fault(code="claim_figure_bad", found=text[:_LONGEST_FIGURE]))
