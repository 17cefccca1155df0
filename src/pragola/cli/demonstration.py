"""`pragola demonstration`: the invented answers of Kabupaten Pati as a file."""

from pathlib import Path

import click

from pragola.demonstration import demonstration as answers_of
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers
from pragola.scoring.faults import Fault, PragolaError
from pragola.workbook import write_csv, write_json, write_workbook

_KINDS = (".xlsx", ".json", ".csv")


class FileKindError(PragolaError):
    """A file whose ending says nothing we can write."""


@click.command(help="Write the invented answers of Kabupaten Pati to FILE (.xlsx, .json, .csv).")
@click.option("--edition", required=True, help="Edition code, for example 2023.")
@click.argument("file", type=click.Path(dir_okay=False, writable=True, path_type=Path))
def demonstration(edition: str, file: Path) -> None:
    """Write the demonstration of `edition` in the form that the file's ending names."""
    _write(answers_of(edition), file)
    click.echo(str(file))


def _write(answers: Answers, file: Path) -> None:
    kind = file.suffix.lower()
    if kind == ".xlsx":
        write_workbook(load_edition(answers.edition), file, answers=answers)
    elif kind == ".json":
        write_json(answers, file)
    elif kind == ".csv":
        write_csv(answers, file)
    else:
        expected = ", ".join(_KINDS)
        raise FileKindError(Fault(code="file_kind_unwritable", found=kind, expected=expected))
