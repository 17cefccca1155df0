import json
from pathlib import Path

from pragola.scoring.answers import Answers
from pragola.workbook import answers_schema, read_answers, read_with_notices, write_answers
from tests.cli.running import run
from tests.workbook.samples import example
from tests.workbook.tampering import formula, on_sheet


def test_a_new_workbook_is_written_and_never_over_another_file(tmp_path: Path) -> None:
    path = tmp_path / "baru.xlsx"
    assert run("workbook", "new", "--edition", "2026", path).exit_code == 0
    written = path.read_bytes()
    again = run("workbook", "new", "--edition", "2026", path)
    assert (again.exit_code, path.read_bytes()) == (2, written)
    assert run("workbook", "new", "--edition", "2026", "--force", path).exit_code == 0


def test_a_new_workbook_needs_an_edition_of_ours_and_an_excel_name(tmp_path: Path) -> None:
    assert run("workbook", "new", "--edition", "1999", tmp_path / "a.xlsx").exit_code == 65
    assert run("workbook", "new", "--edition", "2026", tmp_path / "a.txt").exit_code == 2
    assert run("workbook", "new", "--edition", "2026", tmp_path / "none" / "a.xlsx").exit_code == 65


def test_an_empty_workbook_is_scored_once_the_region_is_named(tmp_path: Path) -> None:
    path = tmp_path / "baru.xlsx"
    run("workbook", "new", "--edition", "2026", path)
    result = run("score", path)
    assert result.exit_code == 65
    assert [line.split(":")[0].strip() for line in result.stderr.splitlines()[1:]] == [
        "Wilayah!B6",
        "Wilayah!B7",
    ]


def test_answers_are_carried_from_one_form_to_the_next(tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    write_answers(example(), source)
    for name in ("a.xlsx", "a.csv", "b.json"):
        assert run("workbook", "convert", source, tmp_path / name).exit_code == 0
        source = tmp_path / name
    read: Answers = read_answers(source)
    assert read == example()


def test_converting_refuses_to_overwrite_and_to_write_unknown_kinds(tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    write_answers(example(), source)
    assert run("workbook", "convert", source, source).exit_code == 2
    assert run("workbook", "convert", source, tmp_path / "a.pdf").exit_code == 65


def test_notices_of_a_workbook_are_told_beside_the_result(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_answers(example(), path)
    on_sheet(path, "SPD", formula("H5", "1+1", "2"), formula("H6", "1+1", "2"))
    assert len(read_with_notices(path).notices) == 2
    assert run("score", path).stderr.splitlines() == [
        "Catatan: SPD!H5: Sel ini berisi rumus; hasilnya yang tersimpan, 2, yang dipakai. "
        "(dan 1 lainnya)"
    ]


def test_the_schema_of_the_answers_is_printed() -> None:
    assert json.loads(run("schema", "answers").stdout) == answers_schema()
