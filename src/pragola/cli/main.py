"""`pragola`: the root of all commands; each is loaded only when it is asked for."""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

import click

from pragola.cli.faults import FAULTY_INPUT, tell_faults
from pragola.cli.options import chosen_language, wants_json
from pragola.cli.usage import remember_typed, telling
from pragola.scoring.faults import PragolaError

_COMMANDS: Mapping[str, str] = {
    "demonstration": "pragola.cli.demonstration",
    "editions": "pragola.cli.editions",
    "explain": "pragola.cli.explain",
    "inspect": "pragola.cli.inspect",
    "plan": "pragola.cli.plan",
    "rank": "pragola.cli.rank",
    "schema": "pragola.cli.schema",
    "score": "pragola.cli.score",
    "serve": "pragola.cli.serve",
    "transcribe": "pragola.cli.transcribe",
    "workbook": "pragola.cli.workbook",
}


class Commands(click.Group):
    """Commands by name, each an attribute of that name in its own module."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands that are there."""
        return sorted({*super().list_commands(ctx), *_there()})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now."""
        if cmd_name not in _there():
            return super().get_command(ctx, cmd_name)
        command = getattr(import_module(_COMMANDS[cmd_name]), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read what was typed; wrong usage is told in the language of the output."""
        remember_typed(ctx, args)
        with telling(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; faults of its input become sentences and exit status 65."""
        try:
            with telling(ctx):
                return super().invoke(ctx)
        except PragolaError as error:
            tell_faults(error.faults, chosen_language(ctx), as_json=wants_json(ctx))
            ctx.exit(FAULTY_INPUT)


def _there() -> list[str]:
    return [name for name, module in _COMMANDS.items() if find_spec(module)]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pragola")
def main() -> None:
    """Pragola: the regional innovation index, computed, explained and worked for.

    Exit status 0: done; 2: wrong usage; 65: faulty input, all faults are listed.
    """
