"""`pragola explain`: one number of the score, from what, by which rule, by which source."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from pragola.cli.explanation_page import explanation_lines, node_document
from pragola.cli.options import answers_argument, json_option, language_option
from pragola.cli.words import words
from pragola.rulebooks import load_edition
from pragola.scoring.edition import Edition
from pragola.scoring.explanation import Node
from pragola.scoring.explanation import explain as explanation_of
from pragola.scoring.results import Score, Side
from pragola.scoring.score import score
from pragola.wording import Language
from pragola.workbook.files import read_answers


@click.command()
@answers_argument
@click.argument("code")
@click.option(
    "--side",
    type=click.Choice([side.value for side in Side]),
    default=Side.CLAIMED.value,
    show_default=True,
    help="Levels as claimed, or by the verdicts.",
)
@json_option
@language_option
def explain(file: Path, code: str, side: str, language: Language, *, as_json: bool) -> None:
    """Explain CODE in the score of FILE.

    CODE is index, spd, sid, an indicator, an innovation's ID, or ID/indicator.
    """
    answers = read_answers(file)
    edition = load_edition(answers.edition)
    scored = score(edition, answers, side=Side(side))
    nodes = _nodes_of(edition, scored, code)
    if not nodes:
        message = words("not_explained", language, code=code)
        raise click.BadParameter(message, param_hint="CODE")
    if as_json:
        documents = [node_document(node) for node in nodes]
        click.echo(json.dumps(documents, ensure_ascii=False, indent=2))
        return
    for node in nodes:
        for line in explanation_lines(edition, node, language, among=len(nodes)):
            click.echo(line)


def _nodes_of(edition: Edition, scored: Score, code: str) -> Sequence[Node]:
    """The node of that key; for an indicator of innovations one node each innovation."""
    root = explanation_of(edition, scored)
    for key in (code, f"spd/{code}"):
        node = root.find(key)
        if node is not None:
            return (node,)
    keys = {f"sid/{innovation.id}/{code}" for innovation in scored.innovations}
    return [node for node in root.walk() if node.key in keys]
