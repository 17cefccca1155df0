"""What a value rests on, prepared for a page."""

from dataclasses import dataclass

from pragola.scoring.edition import Basis, Edition, Provenance
from pragola.wording import Language
from pragola.wording.edition_words import BASES, CONFIDENCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What a value rests on: on which documents, how sure, and whether it is our reading.

    `mark` is empty where the value is stated; `sources` are ids with titles.
    """

    sources: tuple[tuple[str, str], ...]
    confidence: str
    mark: str
    basis: str
    note: str


def rest_of(edition: Edition, provenance: Provenance, language: Language) -> Rest:
    """What a value with that provenance rests on."""
    titles = {source.id: source.title for source in edition.sources}
    return Rest(
        sources=tuple((source, titles.get(source, source)) for source in provenance.sources),
        confidence=CONFIDENCES[provenance.confidence].text(language),
        mark=mark_of(provenance.basis),
        basis=BASES[provenance.basis].text(language),
        note=provenance.note,
    )


def mark_of(basis: Basis) -> str:
    """The class of the mark that a value of that basis bears; empty when it is stated."""
    return {Basis.STATED: "", Basis.INFERRED: "mark-inferred", Basis.OURS: "mark-ours"}[basis]
