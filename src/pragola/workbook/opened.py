"""The sheets of an Excel file by the names they should have."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from pragola.workbook.grids import Grid, read_grid
from pragola.workbook.package import Progress, open_package
from pragola.workbook.shared_parts import shared_parts
from pragola.workbook.suggestions import folded
from pragola.workbook.xml_parts import sheet_parts


@dataclass(frozen=True, slots=True)
class OpenedWorkbook:
    """The wanted sheets by their wanted names, and how the others are called."""

    grids: Mapping[str, Grid]
    hidden: tuple[str, ...]
    others: tuple[str, ...]


def open_workbook(
    path: Path, *, wanted: Collection[str], progress: Progress | None = None
) -> OpenedWorkbook:
    """The sheets with the wanted names, whatever their capitals.

    Raises AnswersFaultyError for a file that must not or cannot be opened.
    """
    parts = open_package(path, progress=progress)
    by_folded = {folded(name): name for name in wanted}
    listed = sheet_parts(parts)
    ours = {by_folded[folded(part.name)]: part for part in listed if folded(part.name) in by_folded}
    shared = shared_parts(parts)
    return OpenedWorkbook(
        grids={
            name: read_grid(part.name, parts.get(part.part, b""), shared)
            for name, part in ours.items()
        },
        hidden=tuple(name for name, part in ours.items() if part.hidden),
        others=tuple(part.name for part in listed if folded(part.name) not in by_folded),
    )
