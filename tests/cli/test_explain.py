import json
from pathlib import Path

import pytest

from pragola.workbook import write_answers
from tests.cli.running import run
from tests.workbook.samples import example


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    path = tmp_path / "answers.json"
    write_answers(example(), path)
    return path


@pytest.mark.parametrize(
    ("code", "first_line"),
    [
        ("index", "Indeks = 37,75"),
        ("spd", "Skor SPD = 42 "),
        ("sid", "Jumlah skor semua inovasi = 592 "),
        ("divisor", "Pembagi = 12 "),
        ("SPD-01", "SPD-01 Visi dan Misi = 2 "),
        ("p3", "Inovasi p3 = 74 "),
        ("p3/SID-20", "SID-20 Video inovasi daerah = 8 "),
    ],
)
def test_every_number_can_be_explained(answers: Path, code: str, first_line: str) -> None:
    result = run("explain", answers, code)
    assert result.exit_code == 0
    assert result.stdout.startswith(first_line)


def test_an_indicator_of_innovations_is_explained_for_each_of_them(answers: Path) -> None:
    lines = run("explain", answers, "SID-20").stdout.splitlines()
    assert sum(line.startswith("SID-20 Video") for line in lines) == 8


def test_an_explanation_names_weight_level_criterion_and_sources(answers: Path) -> None:
    lines = run("explain", answers, "p1/SID-20").stdout.splitlines()
    assert [line.split("  (")[0] for line in lines[:4]] == [
        "SID-20 Video inovasi daerah = 8",
        "  Bobot = 4",
        "  Level = 2",
        lines[3],
    ]
    assert any(line.startswith("  [") for line in lines)


def test_the_explanation_as_json_holds_the_whole_tree(answers: Path) -> None:
    [node] = json.loads(run("explain", answers, "divisor", "--json").stdout)
    assert (node["key"], node["rule"], node["value"]) == ("divisor", "maximum", "12")
    assert [part["value"] for part in node["parts"]] == ["12", "8"]


def test_what_is_not_there_is_wrong_usage_with_advice(answers: Path) -> None:
    result = run("explain", answers, "SID-99")
    assert result.exit_code == 2
    assert "SID-99" in result.stderr
