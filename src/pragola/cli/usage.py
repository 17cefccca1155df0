"""Wrong usage, told in the language of the output: Click itself speaks English."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import IO, Any

import click

from pragola.cli.options import chosen_language
from pragola.cli.words import words
from pragola.wording import Language

_TYPED = "pragola.typed"
_OPTION, _VARIABLE = "--language", "PRAGOLA_LANGUAGE"


@contextmanager
def telling(context: click.Context) -> Iterator[None]:
    """Turns errors of usage into such that are told in Indonesian, where that is spoken."""
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        if isinstance(error, _Told) or _language(error.ctx or context) is Language.ENGLISH:
            raise
        raise _Told(error, error.ctx or context) from error


def remember_typed(context: click.Context, arguments: Sequence[str]) -> None:
    """What was typed, for errors that come before an option was read."""
    context.meta[_TYPED] = tuple(arguments)


class _Told(click.UsageError):
    """An error of usage with Indonesian words around and in it."""

    def __init__(self, error: click.UsageError, context: click.Context) -> None:
        super().__init__(_sentence(error), context)
        pieces = " ".join(context.command.collect_usage_pieces(context))
        usage = f"{context.command_path} {pieces}".replace("[OPTIONS]", "[PILIHAN]")
        self._usage = _said("usage", usage=usage, command=context.command_path)

    def show(self, file: IO[Any] | None = None) -> None:
        """How the command is used, where its help is, and what was wrong; else to stderr."""
        said = _said("usage_error", message=self.message)
        click.echo(f"{self._usage}\n\n{said}", file=file, err=file is None)


def _sentence(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return _unknown("no_such_option", error.option_name, error.possibilities)
    if isinstance(error, click.NoSuchCommand):
        return _unknown("no_such_command", error.command_name, error.possibilities)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return _said("missing_parameter", name=_name(error))
    if isinstance(error, click.BadOptionUsage):
        return _said("option_misused", name=error.option_name)
    if isinstance(error, click.BadParameter):
        return _said("bad_value", name=_name(error), why=_why(error))
    if error.message.startswith("Got unexpected extra"):
        return _said("too_much", typed=error.message.partition("(")[2].rstrip(").") or "…")
    return error.message


def _unknown(key: str, name: str, near: Sequence[str] | None) -> str:
    asked = _said("did_you_mean", names=", ".join(near)) if near else ""
    return f"{_said(key, name=name)} {asked}".rstrip()


def _name(error: click.BadParameter) -> str:
    hint = error.param_hint
    if hint is None and error.param is not None:
        hint = error.param.get_error_hint(error.ctx)
    return hint.replace("'", "") if isinstance(hint, str) else " / ".join(hint or ())


def _why(error: click.BadParameter) -> str:
    """Our own words as they are; those of Click's types anew."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return _said("choose_one", names=", ".join(str(each) for each in kind.choices))
    if isinstance(kind, click.Path):
        return _said("no_such_path", message=error.message)
    if isinstance(kind, click.IntRange):
        return _said("whole_number_between", first=kind.min, last=kind.max)
    return error.message


def _said(key: str, **places: object) -> str:
    return words(key, Language.INDONESIAN, **places)


def _language(context: click.Context) -> Language:
    """As chosen; where the option was not read yet, as it was typed or set."""
    chosen = chosen_language(context)
    typed = context.meta.get(_TYPED, ())
    given = [os.environ.get(_VARIABLE, "")]
    given += [after for option, after in pairwise(typed) if option == _OPTION]
    given += [each.partition("=")[2] for each in typed if each.startswith(f"{_OPTION}=")]
    asked = given[-1] if len(given) > 1 else given[0]
    return Language.ENGLISH if asked == Language.ENGLISH.value else chosen
