import json
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from pragola.scoring.answers import Claim, Status
from pragola.workbook import write_answers
from tests.cli.running import run
from tests.workbook.samples import example


@pytest.fixture(params=["json", "csv", "xlsx"])
def answers(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    path = tmp_path / f"answers.{request.param}"
    write_answers(example(), path)
    return path


def test_the_example_has_the_figures_of_the_interface_in_every_form(answers: Path) -> None:
    result = run("score", answers, "--json")
    document = json.loads(result.stdout)
    keys = ("spd", "mean", "divisor", "count_score", "basic_services", "total", "index", "band")
    expected = {
        "edition": "2026",
        "spd": "42.00",
        "mean": "49.33",
        "divisor": 12,
        "count_score": "3.04",
        "basic_services": 5,
        "total": "94.37",
        "index": "37.75",
        "band": "Kurang Inovatif",
    }
    assert {key: document[key] for key in ("edition", *keys)} == expected
    assert {key: document["verified"][key] for key in ("edition", *keys)} == expected
    assert [(i["id"], i["score"]) for i in document["innovations"]] == [
        (f"p{number}", "74.00") for number in range(1, 9)
    ]
    assert {"findings", "margins"} <= document.keys()
    assert (result.exit_code, result.stderr) == (0, "")


def test_a_person_sees_index_target_gap_and_aspects(answers: Path) -> None:
    result = run("score", answers, "--target", "65,01")
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[:9] == [
        "Kabupaten Pati (33.18) · pedoman 2026",
        "",
        "Indeks 37,75 Kurang Inovatif",
        "Target 65,01 kurang 27,26",
        "",
        "Skor poin maksimum",
        "Satuan Pemerintah Daerah (SPD) 42,00 63,00",
        "Rata-rata inovasi (SID) 49,33 111,00 592,00 poin dibagi 12; inovasi dihitung: 8",
        "Jumlah inovasi daerah 3,04 76,00 urusan pelayanan dasar 5 dari minimal 5",
    ]
    assert result.exit_code == 0


def test_english_is_chosen_by_option_or_environment(answers: Path) -> None:
    by_option = run("score", answers, "--language", "en").stdout
    by_environment = run("score", answers, PRAGOLA_LANGUAGE="en").stdout
    assert by_option == by_environment
    assert by_option.splitlines()[2].split()[:2] == ["Index", "37.75"]


def test_verdicts_and_the_other_reading_stand_beside_the_claims(tmp_path: Path) -> None:
    innovations = [replace(i, verdicts={"SID-20": 1}) for i in example().innovations]
    rejected = [replace(innovations[0], id=f"r{n}", status=Status.REJECTED) for n in range(9)]
    path = tmp_path / "answers.json"
    write_answers(replace(example(), innovations=(*innovations, *rejected)), path)
    lines = [" ".join(line.split()) for line in run("score", path).stdout.splitlines()]
    beside = [line for line in lines if line.startswith(("Terverifikasi", "Bacaan lain"))]
    assert beside == [
        "Terverifikasi 31,19 Kurang Inovatif; indeks menurut putusan penilai; klaim 31,95",
        "Bacaan lain 37,75 Kurang Inovatif; bila entri ditolak tidak ikut dalam pembagi",
    ]


def test_findings_are_grouped_over_innovations(tmp_path: Path) -> None:
    first = example().innovations[0]
    path = tmp_path / "answers.json"
    many = tuple(replace(first, id=f"p{n}", claims={}) for n in range(200))
    write_answers(replace(example(), innovations=many), path)
    assert len(run("score", path).stdout.splitlines()) < 70


def test_faults_go_to_stderr_all_of_them_with_status_65(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('{"edition": "2026", "region": {"code": "x", "name": "Pati"}, "spd": []}')
    result = run("score", path)
    assert (result.exit_code, result.stdout) == (65, "")
    assert result.stderr.splitlines() == [
        "Masukan ini belum dapat dipakai; kekeliruan: 2.",
        "  region.code: “x” bukan kode wilayah. Tulis dua angka untuk provinsi (33) atau dua "
        "angka, titik, dua angka (33.18).",
        "  spd: Di sini seharusnya ada pasangan nama dan nilai, bukan “[…]”.",
    ]


def test_faults_come_as_json_when_json_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(
        "region_code,region_name,edition,innovation,code,level\n33.18,Pati,2026,,SPD-01,9\n"
    )
    result = run("score", path, "--json", "--language", "en")
    assert (result.exit_code, json.loads(result.stdout)) == (
        65,
        {
            "faults": [
                {
                    "code": "out_of_range",
                    "place": "line 2, column level",
                    "found": "9",
                    "expected": "0–3",
                    "message": "“9” is outside 0–3.",
                }
            ]
        },
    )


def test_places_in_a_csv_are_told_in_the_language_of_the_person(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(
        "region_code,region_name,edition,innovation,code,level\n33.18,Pati,2026,,SPD-01,9\n"
    )
    assert "  baris 2, kolom level: “9” di luar rentang 0–3." in run("score", path).stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["score"],
        ["score", "none.xlsx"],
        ["score", "{file}", "--target", "101"],
        ["score", "{file}", "--target", "tinggi"],
        ["score", "{file}", "--language", "fr"],
        ["scor", "{file}"],
        ["explain", "{file}", "SID-99"],
    ],
)
def test_wrong_usage_has_status_2(answers: Path, arguments: list[str]) -> None:
    result = run(*[a.format(file=answers) for a in arguments])
    assert (result.exit_code, result.stdout) == (2, "")


def test_the_installed_command_scores_a_file(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    write_answers(example(), path)
    command = [str(Path(sys.executable).parent / "pragola"), "score", str(path), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    assert json.loads(done.stdout)["index"] == "37.75"


def test_scoring_loads_neither_the_web_nor_the_columns(tmp_path: Path) -> None:
    path = tmp_path / "answers.xlsx"
    write_answers(example(), path)
    program = (
        "import sys\nfrom pragola.cli.main import main\n"
        f"main(['score', {str(path)!r}], standalone_mode=False)\n"
        "print(sorted({'django', 'polars', 'celery', 'xlsxwriter'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=30
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_raw_figures_are_read_by_the_edition(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    spd = {"SPD-05b": Claim(value=Decimal("4.45"))}
    write_answers(replace(example(), spd=spd, innovations=()), path)
    document = json.loads(run("score", path, "--json").stdout)
    row = next(row for row in document["spd_rows"] if row["code"] == "SPD-05b")
    assert row == {"code": "SPD-05b", "level": 2, "score": "1.50", "value": "4.45"}
