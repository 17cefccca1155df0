"""`pragola workbook`: make a workbook to fill, carry answers from one form to another."""

from pathlib import Path

import click

from pragola.cli.faults import tell_notices
from pragola.cli.options import answers_argument, language_option
from pragola.cli.words import words
from pragola.rulebooks import load_edition
from pragola.wording import Language
from pragola.workbook.files import read_with_notices, write_answers, write_workbook


@click.group()
def workbook() -> None:
    """Make workbooks and convert answers."""


@workbook.command()
@click.option("--edition", "code", required=True, help="Edition, for example 2026.")
@click.option("--force", is_flag=True, help="Overwrite FILE when it is there already.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@language_option
def new(code: str, file: Path, language: Language, *, force: bool) -> None:
    """Write an empty workbook of the edition to FILE.xlsx."""
    if file.suffix.lower() != ".xlsx":
        raise click.BadParameter(words("xlsx_only", language), param_hint="FILE")
    _refuse_overwriting(file, language, force=force)
    edition = load_edition(code)
    write_workbook(edition, file)
    click.echo(words("workbook_written", language, file=file, edition=edition.code))


@workbook.command()
@click.option("--force", is_flag=True, help="Overwrite TARGET when it is there already.")
@answers_argument
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@language_option
def convert(file: Path, target: Path, language: Language, *, force: bool) -> None:
    """Carry the answers of FILE over to TARGET (.xlsx, .json or .csv)."""
    _refuse_overwriting(target, language, force=force)
    read = read_with_notices(file)
    write_answers(read.answers, target)
    tell_notices(read.notices, language)
    number = len(read.answers.innovations)
    click.echo(words("converted", language, file=target, number=number))


def _refuse_overwriting(file: Path, language: Language, *, force: bool) -> None:
    if file.exists() and not force:
        raise click.UsageError(words("file_exists", language, file=file))
