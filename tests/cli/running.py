"""The command line as tests run it."""

from click.testing import CliRunner, Result

from pragola.cli.main import main


def run(*arguments: object, **environment: str) -> Result:
    """The command with its exit status, stdout and stderr."""
    return CliRunner().invoke(main, [str(a) for a in arguments], env=environment)
