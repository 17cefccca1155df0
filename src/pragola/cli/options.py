"""Options that commands share, and what `main` must know of them when a fault is raised."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import click

from pragola.cli.words import words
from pragola.wording import Language

_LANGUAGE, _JSON = "pragola.language", "pragola.json"

type Command = Callable[..., Any]


def language_option(command: Command) -> Command:
    """`--language id|en`, also taken from PRAGOLA_LANGUAGE."""
    return click.option(
        "--language",
        type=click.Choice([language.value for language in Language]),
        default=Language.INDONESIAN.value,
        envvar="PRAGOLA_LANGUAGE",
        show_default=True,
        callback=_remember_language,
        is_eager=True,
        help="Language of the output.",
    )(command)


def json_option(command: Command) -> Command:
    """`--json`: the answer for programs, decimals as text."""
    return click.option(
        "--json",
        "as_json",
        is_flag=True,
        callback=_remember_json,
        is_eager=True,
        help="Answer as JSON, decimals as text.",
    )(command)


def answers_argument(command: Command) -> Command:
    """The FILE of answers: a workbook, JSON or CSV."""
    kind = click.Path(exists=True, dir_okay=False, path_type=Path)
    return click.argument("file", type=kind)(command)


def chosen_language(context: click.Context) -> Language:
    """The language of the command that runs; Indonesian before one was chosen."""
    return Language(context.meta.get(_LANGUAGE, Language.INDONESIAN))


def spoken_in(context: click.Context | None) -> Language:
    """The language of a command as far as it was read, for types of values."""
    return chosen_language(context) if context else Language.INDONESIAN


def wants_json(context: click.Context) -> bool:
    """Whether the command that runs was asked for JSON."""
    return bool(context.meta.get(_JSON, False))


class IndexPoints(click.ParamType[Decimal]):
    """An index between 0 and 100, written 65.01 or 65,01."""

    name = "index"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """The index; wrong usage when it is none."""
        try:
            points = Decimal(str(value).replace(",", "."))
        except InvalidOperation:
            self.fail(words("not_an_index", spoken_in(ctx), found=value), param, ctx)
        if not points.is_finite() or not 0 <= points <= 100:
            told = words("not_between", spoken_in(ctx), found=value, lowest=0, highest=100)
            self.fail(told, param, ctx)
        return points


def _remember_language(context: click.Context, _: click.Parameter, value: str) -> Language:
    context.meta[_LANGUAGE] = Language(value)
    return Language(value)


def _remember_json(context: click.Context, _: click.Parameter, value: bool) -> bool:
    context.meta[_JSON] = value
    return value
