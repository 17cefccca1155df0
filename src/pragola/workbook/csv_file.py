"""Answers as CSV: one row a claim, with the region's and the innovation's own values on it."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pragola.scoring.answers import Answers, Claim, Innovation
from pragola.scoring.faults import Fault
from pragola.workbook.csv_rows import (
    CLAIM_COLUMNS,
    COLUMNS,
    INNOVATION_COLUMNS,
    REGION_COLUMNS,
    CsvRow,
    csv_rows,
    guarded,
)
from pragola.workbook.gathering import Gathering
from pragola.workbook.json_file import claim_values, profile_values
from pragola.workbook.raw import Path as JsonPath
from pragola.workbook.raw import Report, shown
from pragola.workbook.validation import AnswersFaultyError, check_answers

SUBTOTAL_CODE = "SPD"


def answers_from_csv(text: str) -> Answers:
    """The answers in a CSV text. Raises AnswersFaultyError with every fault."""
    gathered = _GatheredRows()
    for row in csv_rows(text):
        gathered.add(row)
    report = Report(gathered.answers.place_of, gathered.faults)
    answers = check_answers(gathered.answers.root, report)
    if answers is None or report.faults:
        raise AnswersFaultyError(*report.faults)
    return answers


def write_csv(answers: Answers, path: Path) -> None:
    """Write the answers as the CSV that `read_answers` reads back: commas, decimal points."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        for row in _written_rows(answers):
            writer.writerow({name: guarded(value) for name, value in row.items()})


@dataclass(slots=True)
class _GatheredRows:
    """The rows put together as raw answers."""

    answers: Gathering = field(default_factory=lambda: Gathering(start="line 2"))
    numbers: dict[str, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    told_of_region: bool = False

    def add(self, row: CsvRow) -> None:
        """Take in one line."""
        self.faults += row.faults
        if not self._takes_region(row):
            return
        innovation_id = row.cells.get("innovation")
        if isinstance(innovation_id, str):
            self._add_to_innovation(row, innovation_id)
        elif row.cells.keys() & {*INNOVATION_COLUMNS, "verdict"}:
            self._fault(row, "innovation", "row_without_innovation")
        elif row.cells.get("code") == SUBTOTAL_CODE:
            self._add_subtotal(row)
        else:
            self._add_claim(row, ("spd",))

    def _takes_region(self, row: CsvRow) -> bool:
        differing = self._take(row, REGION_COLUMNS, ())
        if differing and not self.told_of_region:
            self._fault(row, differing[0], "several_regions", found=_said(row, differing[0]))
            self.told_of_region = True
        return not differing

    def _add_to_innovation(self, row: CsvRow, innovation_id: str) -> None:
        number = self.numbers.setdefault(innovation_id, len(self.numbers))
        path: JsonPath = ("innovations", number)
        for column in self._take(row, INNOVATION_COLUMNS, path):
            before = self.answers.place_of((*path, *INNOVATION_COLUMNS[column]))
            found = _said(row, column)
            self._fault(row, column, "differs_from_before", found=found, before=before)
        self._add_claim(row, (*path, "claims"))
        code = row.cells.get("code")
        if isinstance(code, str) and "verdict" in row.cells:
            verdict = row.cells["verdict"]
            self.answers.put((*path, "verdicts", code), verdict, row.place("verdict"))

    def _add_subtotal(self, row: CsvRow) -> None:
        path = ("spd_subtotal",)
        if self.answers.place_at(path):
            self._fault(row, "code", "claim_row_twice", found=SUBTOTAL_CODE)
        self.answers.put(path, row.cells.get("value"), row.place("value"))

    def _add_claim(self, row: CsvRow, above: JsonPath) -> None:
        cells = {
            name: (row.cells[name], row.place(name)) for name in CLAIM_COLUMNS if name in row.cells
        }
        code = row.cells.get("code")
        if not isinstance(code, str):
            if cells or "verdict" in row.cells:
                self._fault(row, "code", "row_without_code")
        elif self.answers.place_at((*above, code)):
            self._fault(row, "code", "claim_row_twice", found=code)
        elif cells:
            self.answers.put_claim((*above, code), cells)
        else:
            self.answers.put((*above, code), None, row.place("code"))

    def _take(
        self, row: CsvRow, columns: Mapping[str, JsonPath], above: JsonPath
    ) -> tuple[str, ...]:
        """Put the row's values; the columns that say otherwise than an earlier row."""
        differing = []
        for column, end in columns.items():
            cell, path = row.cells.get(column), (*above, *end)
            if cell is None:
                continue
            if self.answers.place_at(path) is None:
                self.answers.put(path, cell, row.place(column))
            elif self.answers.value_at(path) != cell:
                differing.append(column)
        return tuple(differing)

    def _fault(
        self, row: CsvRow, column: str, code: str, *, found: str = "", before: str = ""
    ) -> None:
        facts = (("before", before),)
        self.faults.append(Fault(code=code, place=row.place(column), found=found, facts=facts))


def _said(row: CsvRow, column: str) -> str:
    cell = row.cells[column]
    return "; ".join(map(shown, cell)) if isinstance(cell, list) else shown(cell)


def _written_rows(answers: Answers) -> Iterator[Mapping[str, object]]:
    region = {
        "region_code": answers.region.code,
        "region_name": answers.region.name,
        "edition": answers.edition,
    }
    rows: list[Mapping[str, object]] = [*_spd_rows(answers)]
    for innovation in answers.innovations:
        rows += _innovation_rows(innovation)
    return ({**region, **row} for row in rows or [{}])


def _spd_rows(answers: Answers) -> Iterator[Mapping[str, object]]:
    if answers.spd_subtotal is not None:
        yield {"code": SUBTOTAL_CODE, "value": format(answers.spd_subtotal, "f")}
    for code, claim in answers.spd.items():
        yield {"code": code, **claim_values(claim)}


def _innovation_rows(innovation: Innovation) -> Iterator[Mapping[str, object]]:
    own: dict[str, object] = {
        "innovation": innovation.id,
        "title": innovation.title,
        "status": innovation.status.value,
        "affairs": "; ".join(innovation.affairs),
        **dict(profile_values(innovation.profile)),
    }
    codes = dict.fromkeys([*innovation.claims, *innovation.verdicts])
    for code in codes:
        row = {"code": code, **claim_values(innovation.claims.get(code, Claim()))}
        yield {**own, **row, "verdict": innovation.verdicts.get(code, "")}
    if not codes:
        yield own
