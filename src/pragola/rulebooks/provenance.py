"""Where a value comes from, as it stands in the files.

A value is written with its sources and confidence, or it takes those of what it belongs to;
single keys may be overridden.
"""

from pragola.rulebooks.desk import Desk
from pragola.rulebooks.fields import Fields, Reader, choice_of, list_of, shown, text
from pragola.rulebooks.nodes import Entries, Node
from pragola.scoring.edition import Basis, Confidence, Provenance, Source, Sourced

UNSAID = Provenance(sources=(), confidence=Confidence.LOW)


def provenance_in(fields: Fields, inherited: Provenance | None = None) -> Provenance:
    """The provenance written among the fields, completed by what is inherited."""
    if inherited is None:
        sources = fields.required("sources", list_of(_citation, least=0))
        confidence = fields.required("confidence", choice_of(Confidence))
        inherited = Provenance(sources=sources, confidence=confidence)
    else:
        sources = fields.optional("sources", list_of(_citation, least=0), default=inherited.sources)
        confidence = fields.optional(
            "confidence", choice_of(Confidence), default=inherited.confidence
        )
    basis = fields.optional("basis", choice_of(Basis), default=inherited.basis)
    # The note on a reading goes with the reading; any other note is about its own value only.
    reading = basis is inherited.basis and basis is not Basis.STATED
    note = fields.optional("note", text, default=inherited.note if reading else "")
    provenance = Provenance(sources=sources, confidence=confidence, basis=basis, note=note)
    _check(provenance, fields)
    return provenance


def sourced[T](reader: Reader[T], inherited: Provenance | None = None) -> Reader[Sourced[T]]:
    """A value with its provenance: `{value, sources, confidence}`, or bare where inherited."""

    def read(node: Node, desk: Desk) -> Sourced[T]:
        if isinstance(node, Entries) and node.get("value") is not None:
            with Fields(node, desk) as fields:
                value = fields.required("value", reader)
                return Sourced(value, provenance_in(fields, inherited))
        if inherited is None:
            desk.fault("value_without_source", node.mark, found=shown(node))
        return Sourced(reader(node, desk), inherited or UNSAID)

    return read


def read_source(node: Node, desk: Desk) -> Source:
    """A document the edition was written from."""
    with Fields(node, desk) as fields:
        return Source(
            id=fields.required("id", text),
            title=fields.required("title", text),
            kind=fields.required("kind", text),
            address=fields.optional("address", text, default=""),
        )


def _citation(node: Node, desk: Desk) -> str:
    source = text(node, desk)
    desk.cite(source, node.mark)
    return source


def _check(provenance: Provenance, fields: Fields) -> None:
    if provenance.basis is not Basis.STATED and not provenance.note:
        fields.desk.fault("reading_without_note", fields.mark, found=provenance.basis.value)
    if provenance.basis is not Basis.OURS and not provenance.sources:
        fields.desk.fault("sources_empty", fields.mark, found=provenance.basis.value)
