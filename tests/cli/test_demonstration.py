from pathlib import Path

import pytest
from click.testing import CliRunner

from pragola.cli.demonstration import FileKindError, demonstration
from pragola.demonstration import demonstration as answers_of
from pragola.workbook import read_answers


@pytest.mark.parametrize("name", ["pati.xlsx", "pati.json", "pati.csv"])
def test_the_written_file_holds_the_demonstration(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    result = CliRunner().invoke(demonstration, ["--edition", "2023", str(file)])
    assert (result.exit_code, result.output) == (0, f"{file}\n")
    assert read_answers(file) == answers_of("2023")


def test_an_ending_that_says_nothing_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "pati.pdf"
    result = CliRunner().invoke(demonstration, ["--edition", "2023", str(file)])
    assert isinstance(result.exception, FileKindError)
    assert not file.exists()
