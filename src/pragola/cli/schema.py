"""`pragola schema`: the shapes of what programs hand in."""

import json

import click

from pragola.workbook.schema import answers_schema


@click.group()
def schema() -> None:
    """Print the JSON Schema of an input."""


@schema.command()
def answers() -> None:
    """The schema of a region's answers as JSON."""
    click.echo(json.dumps(answers_schema(), ensure_ascii=False, indent=2))
