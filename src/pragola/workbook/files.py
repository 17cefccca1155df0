"""A file of answers, whatever its form: told by its content, then by its name."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault
from pragola.workbook.csv_file import answers_from_csv, write_csv
from pragola.workbook.json_file import answers_from_json, write_json
from pragola.workbook.package import LARGEST_FILE, Progress, looks_like_workbook
from pragola.workbook.validation import AnswersFaultyError

__all__ = [
    "ReadAnswers",
    "read_answers",
    "read_with_notices",
    "write_answers",
    "write_csv",
    "write_json",
    "write_workbook",
]

_EXCEL_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_WRITTEN = (".xlsx", ".json", ".csv")
_HEAD = 64


@dataclass(frozen=True, slots=True)
class ReadAnswers:
    """Answers with what the reader noticed on the way: nothing wrong, but worth a look."""

    answers: Answers
    notices: tuple[Fault, ...]


def read_answers(path: Path, *, progress: Progress | None = None) -> Answers:
    """The answers of a workbook, JSON or CSV file.

    `progress` is called with what is done and the total. Raises AnswersFaultyError with
    every fault, each with its place.
    """
    return read_with_notices(path, progress=progress).answers


def read_with_notices(path: Path, *, progress: Progress | None = None) -> ReadAnswers:
    """As `read_answers`, with the notices beside the answers."""
    try:
        return _read(path, progress)
    except OSError as error:
        found = error.strerror or ""
        raise AnswersFaultyError(Fault(code="file_not_readable", found=found)) from error


def write_workbook(edition: Edition, path: Path, answers: Answers | None = None) -> None:
    """Write the edition's workbook, empty or filled with the answers.

    Raises AnswersFaultyError when the file cannot be written.
    """
    # The writer of Excel files is slow to load; reading must not pay for it.
    from pragola.workbook.template import write_template  # noqa: PLC0415

    with _writing():
        write_template(edition, path, answers)


def write_answers(answers: Answers, path: Path) -> None:
    """Write the answers in the form that the file's ending names.

    Raises AnswersFaultyError when the ending names none or the file cannot be written.
    """
    kind = path.suffix.lower()
    with _writing():
        if kind == ".xlsx":
            write_workbook(load_edition(answers.edition), path, answers)
        elif kind == ".json":
            write_json(answers, path)
        elif kind == ".csv":
            write_csv(answers, path)
        else:
            fault = Fault(code="file_kind_unwritable", found=kind, expected=", ".join(_WRITTEN))
            raise AnswersFaultyError(fault)


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        fault = Fault(code="file_not_writable", found=error.strerror or "")
        raise AnswersFaultyError(fault) from error


def _read(path: Path, progress: Progress | None) -> ReadAnswers:
    head = _head(path)
    if looks_like_workbook(head):
        # Likewise the reader of Excel files, which JSON and CSV do without.
        from pragola.workbook.xlsx_file import answers_from_xlsx  # noqa: PLC0415

        return ReadAnswers(*answers_from_xlsx(path, progress=progress))
    if path.suffix.lower() in _EXCEL_SUFFIXES:
        raise AnswersFaultyError(Fault(code="file_not_excel"))
    answers = _from_text(path, _text(path))
    if progress:
        progress(1, 1)
    return ReadAnswers(answers, ())


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip():
        raise AnswersFaultyError(Fault(code="file_empty"))
    return head


def _text(path: Path) -> str:
    with path.open("rb") as file:
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        expected = f"{LARGEST_FILE // 1024**2} MB"
        raise AnswersFaultyError(Fault(code="file_too_large", expected=expected))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise AnswersFaultyError(Fault(code="text_not_utf8", place=f"line {line}")) from error


def _from_text(path: Path, text: str) -> Answers:
    if path.suffix.lower() == ".json" or text.lstrip().startswith(("{", "[")):
        return answers_from_json(text)
    return answers_from_csv(text)
