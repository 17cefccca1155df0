"""The XML inside an Excel file, heard element by element; document types are refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from pragola.scoring.faults import Fault
from pragola.workbook.validation import AnswersFaultyError


class Hearer:
    """Hears the elements of an XML, their names without prefix."""

    def start(self, name: str, given: dict[str, str], /) -> None:
        """An element begins."""

    def text(self, text: str) -> None:
        """Text inside the innermost element."""

    def end(self, name: str) -> None:
        """An element ends."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it; `part` is the name of its XML in the package."""

    name: str
    part: str
    hidden: bool


def hear(xml: bytes, hearer: Hearer) -> None:
    """Let the hearer hear the XML. Raises AnswersFaultyError when it is not sound."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: hearer.start(_local(name), given)
    parser.EndElementHandler = lambda name: hearer.end(_local(name))
    parser.CharacterDataHandler = hearer.text
    parser.StartDoctypeDeclHandler = _refuse_document_type
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError, OverflowError) as error:
        raise AnswersFaultyError(Fault(code="file_damaged")) from error


def sheet_parts(parts: Mapping[str, bytes]) -> tuple[SheetPart, ...]:
    """The sheets of a workbook in their order."""
    targets = {
        given.get("Id", ""): given.get("Target", "")
        for given in _elements(parts.get("xl/_rels/workbook.xml.rels", b""), "Relationship")
    }
    return tuple(
        SheetPart(
            name=given.get("name", ""),
            part=_part_name(targets.get(given.get("id", ""), "")),
            hidden=given.get("state", "visible") != "visible",
        )
        for given in _elements(parts["xl/workbook.xml"], "sheet")
    )


def counts_from_1904(parts: Mapping[str, bytes]) -> bool:
    """Whether the workbook counts its days from 1904, as old ones of the Macintosh do."""
    settings = _elements(parts["xl/workbook.xml"], "workbookPr")
    return any(given.get("date1904") in ("1", "true") for given in settings)


class _Collected(Hearer):
    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        self.found: list[dict[str, str]] = []

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == self.wanted:
            self.found.append({_local(key): value for key, value in given.items()})


def _elements(xml: bytes, wanted: str) -> list[dict[str, str]]:
    collected = _Collected(wanted)
    hear(xml, collected)
    return collected.found


def _refuse_document_type(*_: object) -> None:
    raise AnswersFaultyError(Fault(code="file_damaged"))


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _part_name(target: str) -> str:
    name = target.removeprefix("/")
    return name if name.startswith("xl/") else f"xl/{name}"
