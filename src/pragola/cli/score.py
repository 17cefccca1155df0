"""`pragola score`: the index of a file of answers, for a person or a program."""

import json
from decimal import Decimal
from pathlib import Path

import click

from pragola.cli.faults import tell_notices
from pragola.cli.options import IndexPoints, answers_argument, json_option, language_option
from pragola.cli.score_page import score_page
from pragola.rulebooks import load_edition
from pragola.scoring.assessment import assess
from pragola.scoring.document import as_document
from pragola.wording import Language
from pragola.workbook.files import read_with_notices


@click.command()
@answers_argument
@click.option("--target", type=IndexPoints(), help="Index to be reached, for example 65.01.")
@json_option
@language_option
def score(file: Path, target: Decimal | None, language: Language, *, as_json: bool) -> None:
    """Compute the index of FILE (.xlsx, .json or .csv)."""
    read = read_with_notices(file)
    edition = load_edition(read.answers.edition)
    assessed = assess(edition, read.answers)
    tell_notices(read.notices, language)
    if as_json:
        document = as_document(edition, assessed, target=target)
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for line in score_page(edition, assessed, target=target, language=language):
            click.echo(line)
