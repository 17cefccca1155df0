"""What these pages promise: commands that work, shown output that is true, links that lead on."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from pragola.cli.main import main
from tests.house.committed import ROOT

PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console(?: exit=(\d+))?\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


@dataclass(frozen=True, slots=True)
class Command:
    """A command as a page shows it, with the lines that stand below it."""

    words: tuple[str, ...]
    exit_code: int
    output: tuple[str, ...]


def commands(page: Path) -> Iterator[Command]:
    """The commands of a page, in order; `console exit=65` says that all of a block fail."""
    for exit_code, block in BLOCK.findall(page.read_text()):
        for shown in block.removeprefix("$ ").split("\n$ "):
            line, *output = shown.splitlines()
            yield Command(tuple(shlex.split(line)), int(exit_code or 0), tuple(output))


def name(page: Path) -> str:
    """How a page is named in a test's report."""
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", [p for p in PAGES if BLOCK.search(p.read_text())], ids=name)
def test_the_commands_of_a_page_work_in_their_order(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who types a page from top to bottom sees what it shows."""
    monkeypatch.chdir(tmp_path)
    for command in commands(page):
        assert command.words[0] == "pragola"
        result = CliRunner().invoke(main, command.words[1:])
        printed = result.output.splitlines()
        seen = [line for line in command.output if line in printed]
        told = (command.words, result.exit_code, tuple(seen))
        assert told == (command.words, command.exit_code, command.output), result.output


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """A link within the repository names a file or folder that is there."""
    targets = LINK.findall(page.read_text())
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_decision_has_a_number_of_its_own() -> None:
    """One after the other without a gap, and its page begins with it."""
    pages = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    begins = [re.match(r"# (\d+)\. \S", page.read_text()) for page in pages]
    expected = [str(number) for number in range(1, len(pages) + 1)]
    assert [f"{int(page.name[:4])}" for page in pages] == expected
    assert [begin and begin[1] for begin in begins] == expected
