import json
from dataclasses import replace
from pathlib import Path

from pragola.scoring.answers import Region
from pragola.workbook import write_answers
from tests.cli.running import run
from tests.workbook.samples import example


def _write(folder: Path, name: str, code: str, innovations: int) -> None:
    answers = example()
    region = Region(code, name.partition(".")[0])
    chosen = answers.innovations[:innovations]
    write_answers(replace(answers, region=region, innovations=chosen), folder / name)


def test_regions_are_ranked_within_their_class_equals_sharing_a_rank(tmp_path: Path) -> None:
    _write(tmp_path, "Pati.xlsx", "33.18", 8)
    _write(tmp_path, "Kudus.json", "33.19", 8)
    _write(tmp_path, "Jepara.csv", "33.20", 3)
    _write(tmp_path, "Semarang.json", "33.74", 2)
    (tmp_path / "catatan.txt").write_text("bukan jawaban")
    result = run("rank", tmp_path, "--json")
    assert [
        (r["class"], r["rank"], r["code"], r["index"]) for r in json.loads(result.stdout)["ranking"]
    ] == [
        ("kabupaten", 1, "33.18", "37.75"),
        ("kabupaten", 1, "33.19", "37.75"),
        ("kabupaten", 3, "33.20", "24.20"),
        ("kota", 1, "33.74", "21.73"),
    ]


def test_a_person_sees_a_table_for_each_class(tmp_path: Path) -> None:
    _write(tmp_path, "Pati.json", "33.18", 8)
    _write(tmp_path, "Semarang.json", "33.74", 2)
    lines = [" ".join(line.split()) for line in run("rank", tmp_path).stdout.splitlines()]
    assert lines == [
        "Kabupaten · pedoman 2026",
        "Peringkat Daerah Indeks Predikat Inovasi",
        "1 33.18 Pati 37,75 Kurang Inovatif 8",
        "",
        "Kota · pedoman 2026",
        "Peringkat Daerah Indeks Predikat Inovasi",
        "1 33.74 Semarang 21,73 Kurang Inovatif 2",
    ]


def test_faults_of_all_files_come_together_with_the_files_name(tmp_path: Path) -> None:
    _write(tmp_path, "Pati.json", "33.18", 1)
    _write(tmp_path, "Pati-lagi.json", "33.18", 1)
    (tmp_path / "rusak.json").write_text("{")
    result = run("rank", tmp_path, "--json")
    faults = json.loads(result.stdout)["faults"]
    assert (result.exit_code, [(f["code"], f["place"]) for f in faults]) == (
        65,
        [
            ("region_twice", "Pati.json"),
            ("json_broken", "rusak.json: line 1, column 2"),
        ],
    )


def test_a_folder_without_answers_is_wrong_usage(tmp_path: Path) -> None:
    assert run("rank", tmp_path).exit_code == 2


def test_one_table_of_many_regions_is_ranked_by_columns(tmp_path: Path) -> None:
    _write(tmp_path, "a.csv", "33.18", 8)
    _write(tmp_path, "b.csv", "33.19", 3)
    first, second = ((tmp_path / f"{name}.csv").read_text().splitlines() for name in "ab")
    table = tmp_path / "nation.csv"
    table.write_text("\n".join([*first, *second[1:]]) + "\n")
    result = run("rank", table, "--json")
    assert [(r["rank"], r["code"], r["index"]) for r in json.loads(result.stdout)["ranking"]] == [
        (1, "33.18", "37.75"),
        (2, "33.19", "24.20"),
    ]
