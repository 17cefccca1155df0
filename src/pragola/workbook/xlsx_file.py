"""Answers from Pragola's workbook: every sheet read, every fault with its sheet and cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as File

from pragola.scoring.answers import Answers
from pragola.scoring.faults import Fault
from pragola.workbook.cells import CellReader
from pragola.workbook.gathering import Gathering
from pragola.workbook.layout import (
    EDITION_FIELD,
    ID,
    MAIN_AFFAIR,
    REGION_FIELDS,
    SUBTOTAL_FIELD,
    Kind,
    RegionField,
    SheetLayout,
    SheetName,
    sheet_layouts,
)
from pragola.workbook.opened import OpenedWorkbook, open_workbook
from pragola.workbook.package import Progress
from pragola.workbook.raw import Json, Path, Raw, Report, shorten, shown
from pragola.workbook.suggestions import folded, nearest
from pragola.workbook.tables import TableRow, find_table, rows_of
from pragola.workbook.validation import AnswersFaultyError, check_answers, edition_of

_OPTIONAL = (SheetName.VERDICTS,)
_TELLING = (SheetName.REGION, SheetName.INNOVATIONS, SheetName.CLAIMS)


def answers_from_xlsx(
    path: File, *, progress: Progress | None = None
) -> tuple[Answers, tuple[Fault, ...]]:
    """The answers and the notices. Raises AnswersFaultyError with every fault."""
    opened = open_workbook(path, wanted=tuple(SheetName), progress=progress)
    if not opened.grids.keys() & set(_TELLING):
        found = shorten(", ".join(opened.others))
        raise AnswersFaultyError(Fault(code="not_our_workbook", found=found))
    gathered = _GatheredSheets(opened)
    gathered.gather()
    report = Report(gathered.answers.place_of, gathered.faults)
    answers = check_answers(gathered.answers.root, report)
    if answers is None or report.faults:
        raise AnswersFaultyError(*report.faults)
    return answers, tuple(gathered.notices)


@dataclass(slots=True)
class _GatheredSheets:
    """The sheets put together as raw answers."""

    opened: OpenedWorkbook
    answers: Gathering = field(default_factory=lambda: Gathering(start=SheetName.REGION))
    numbers: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notices: list[Fault] = field(default_factory=list)
    innovations_read: bool = False

    def gather(self) -> None:
        """Read all sheets of the edition that the sheet of the region names."""
        self._notice_sheets()
        if not self._has(SheetName.REGION):
            raise AnswersFaultyError(*self.faults)
        self._gather_region(REGION_FIELDS)
        named = Raw(self.answers.root.get("edition"), EDITION_FIELD.path, Report())
        edition = edition_of(named)
        if edition is None:
            return
        if not edition.spd_indicators:
            self._gather_region((SUBTOTAL_FIELD,))
        for layout in sheet_layouts(edition):
            if self._has(layout.name):
                self._gather_sheet(layout)

    def _notice_sheets(self) -> None:
        self.notices += (
            Fault(code="sheet_ignored", place=name, found=name) for name in self.opened.others
        )
        self.notices += (
            Fault(code="sheet_hidden", place=name, found=name)
            for name in self.opened.hidden
            if name != SheetName.CHOICES
        )

    def _has(self, name: SheetName) -> bool:
        if name in self.opened.grids:
            return True
        if name not in _OPTIONAL:
            facts = (("nearest", nearest(name, self.opened.others)),)
            self.faults.append(Fault(code="sheet_missing", place=name, expected=name, facts=facts))
        return False

    def _reader(self, name: SheetName) -> CellReader:
        return CellReader(self.opened.grids[name], self.faults, self.notices)

    def _gather_region(self, fields: Iterable[RegionField]) -> None:
        reader = self._reader(SheetName.REGION)
        grid = reader.grid
        labels = {
            folded(text).rstrip(" :"): (row, column)
            for row in grid.used_rows()
            for column, text in reversed([*grid.texts(row)])
        }
        for wanted in fields:
            at = labels.get(folded(wanted.label))
            if at is None:
                fault = Fault(code="label_missing", place=grid.name, expected=wanted.label)
                self.faults.append(fault)
                continue
            beside = (at[0], at[1] + 1)
            value = reader.read(beside, wanted.kind)
            self.answers.put(wanted.path, value, grid.place(beside))

    def _gather_sheet(self, layout: SheetLayout) -> None:
        reader = self._reader(layout.name)
        table = find_table(layout, reader)
        if table is None or (layout.key == ID and not self._knows_innovations(layout)):
            return
        take = {
            SheetName.SPD: self._take_spd,
            SheetName.INNOVATIONS: self._take_innovation,
            SheetName.CLAIMS: self._take_claims,
            SheetName.VERDICTS: self._take_verdicts,
        }[layout.name]
        key = next(column for column in layout.columns if column.heading == layout.key)
        for row in rows_of(table, reader):
            named = row.values.get(key)
            if isinstance(named, str):
                take(row, named, row.places[key])
            elif named is None:
                self._refuse_unnamed(row, layout)

    def _knows_innovations(self, layout: SheetLayout) -> bool:
        """Without the sheet of innovations every claim would seem to be of an unknown one."""
        self.innovations_read |= layout.name is SheetName.INNOVATIONS
        return self.innovations_read

    def _refuse_unnamed(self, row: TableRow, layout: SheetLayout) -> None:
        column, value = next(iter(row.values.items()))
        place = row.places[column]
        found = "; ".join(map(shown, value)) if isinstance(value, list) else shown(value)
        self.faults.append(
            Fault(code="row_unnamed", place=place, found=shorten(found), expected=layout.key)
        )

    def _take_spd(self, row: TableRow, code: str, place: str) -> None:
        path: Path = ("spd", code)
        if self.answers.place_at(path):
            self._refuse_twice(code, place, path)
            return
        self.answers.places[path] = place
        cells = _claim_cells(row, "")
        if cells:
            self.answers.put_claim(path, cells)

    def _take_innovation(self, row: TableRow, innovation_id: str, place: str) -> None:
        path: Path = ("innovations", len(self.numbers))
        if innovation_id in self.numbers:
            first: Path = ("innovations", self.numbers[innovation_id], "id")
            self._refuse_twice(innovation_id, place, first)
            return
        self.numbers[innovation_id] = len(self.numbers)
        for column, value in row.values.items():
            if column.kind is not Kind.AFFAIRS:
                self.answers.put((*path, column.name), value, row.places[column])
        self.answers.places[path] = place
        self._take_affairs(row, path)

    def _take_affairs(self, row: TableRow, path: Path) -> None:
        cells = [
            (column, value) for column, value in row.values.items() if column.kind is Kind.AFFAIRS
        ]
        if cells and not any(column.heading == MAIN_AFFAIR for column, _ in cells):
            fault = Fault(
                code="main_affair_missing", place=row.places[cells[0][0]], expected=MAIN_AFFAIR
            )
            self.faults.append(fault)
        affairs: list[Json] = []
        for column, value in sorted(cells, key=lambda cell: cell[0].heading != MAIN_AFFAIR):
            for name in value if isinstance(value, list) else [value]:
                self.answers.places[(*path, "affairs", len(affairs))] = row.places[column]
                affairs.append(name)
        if affairs:
            self.answers.put((*path, "affairs"), affairs, row.places[cells[0][0]])

    def _take_claims(self, row: TableRow, innovation_id: str, place: str) -> None:
        path = self._path_of(innovation_id, place)
        if path is None or self._is_second((*path, "claims"), innovation_id, place):
            return
        for code in dict.fromkeys(column.code for column in row.values if column.code):
            self.answers.put_claim((*path, "claims", code), _claim_cells(row, code))

    def _take_verdicts(self, row: TableRow, innovation_id: str, place: str) -> None:
        path = self._path_of(innovation_id, place)
        if path is None or self._is_second((*path, "verdicts"), innovation_id, place):
            return
        for column, value in row.values.items():
            if column.code:
                self.answers.put((*path, "verdicts", column.code), value, row.places[column])

    def _path_of(self, innovation_id: str, place: str) -> Path | None:
        number = self.numbers.get(innovation_id)
        if number is not None:
            return ("innovations", number)
        facts = (("nearest", nearest(innovation_id, self.numbers)),)
        found = shorten(innovation_id)
        self.faults.append(Fault(code="innovation_unknown", place=place, found=found, facts=facts))
        return None

    def _is_second(self, path: Path, name: str, place: str) -> bool:
        if self.answers.place_at(path):
            self._refuse_twice(name, place, path)
            return True
        self.answers.places[path] = place
        return False

    def _refuse_twice(self, name: str, place: str, first: Path) -> None:
        facts = (("first", self.answers.place_of(first)),)
        self.faults.append(Fault(code="row_twice", place=place, found=shorten(name), facts=facts))


def _claim_cells(row: TableRow, code: str) -> Mapping[str, tuple[Json, str]]:
    return {
        column.name: (value, row.places[column])
        for column, value in row.values.items()
        if column.code == code and column.name != "code"
    }
