"""`pragola plan` as people and programs meet it."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from pragola.demonstration import demonstration
from pragola.workbook import read_answers, write_answers
from tests.cli.running import run


@pytest.fixture(scope="module")
def pati(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "pati.xlsx"
    write_answers(demonstration("2023"), path)
    return path


def lines(*arguments: object) -> list[str]:
    return [" ".join(line.split()) for line in run("plan", *arguments).stdout.splitlines()]


def test_a_person_sees_now_target_plan_and_proof(pati: Path) -> None:
    assert lines(pati, "--target", "60,01") == [
        "Kabupaten Pati (33.18) · pedoman 2023",
        "",
        "Indeks sekarang 58,22 Inovatif",
        "Target 60,01",
        "Dengan rencana ini 60,44 Sangat Inovatif",
        "Tenaga 28 hari kerja; terbukti paling sedikit: tidak ada rencana yang lebih ringan, "
        "dan tidak ada yang seringan ini dengan pekerjaan lebih sedikit",
        "",
        "Yang dikerjakan, dari yang paling menaikkan indeks",
        "+2,229 28 hari kerja [perkada] Peraturan Kepala Daerah yang memuat nama semua inovasi; "
        "menaikkan 65 klaim",
        "",
        "Menurut unit",
        "Pemerintah daerah: 28 hari kerja; pekerjaan: 1",
        "",
        "Taksiran tenaga adalah milik kami, bukan pedoman; ganti dengan --work BERKAS.",
    ]


def test_a_program_gets_index_effort_gap_actions_and_answers_that_score_so(
    pati: Path, tmp_path: Path
) -> None:
    result = run("plan", pati, "--target", "60.01", "--json")
    document = json.loads(result.stdout)
    keys = ("reachable", "before", "index", "effort", "gap", "proven", "bound")
    assert {key: document[key] for key in keys} == {
        "reachable": True,
        "before": "58.22",
        "index": "60.44",
        "effort": "28",
        "gap": "0",
        "proven": True,
        "bound": "28",
    }
    assert [(a["kind"], a["collective"], a["effort"]) for a in document["actions"]] == [
        ("collective", "perkada", "28")
    ]
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(document["answers"]))
    assert read_answers(changed).edition == "2023"
    scored = json.loads(run("score", changed, "--json").stdout)
    assert (scored["index"], result.exit_code) == (document["index"], 0)


def test_a_budget_brings_the_highest_index(pati: Path) -> None:
    document = json.loads(run("plan", pati, "--budget", "40", "--json").stdout)
    assert Decimal(document["effort"]) <= 40
    assert (document["proven"], document["budget"], document["target"]) == (True, "40", None)
    assert Decimal(document["index"]) > Decimal("60.44")


def test_choices_and_english(pati: Path) -> None:
    shown = lines(pati, "--target", "60.01", "--fix", "not:perkada", "--language", "en")
    assert shown[5] == (
        "Effort 50 person-days; proven least: no plan takes less, and none as light has fewer "
        "actions"
    )


def test_own_efforts_hands_and_dates(pati: Path, tmp_path: Path) -> None:
    work = tmp_path / "work.yaml"
    work.write_text(
        "start: 2023-06-01\nend: 2023-07-28\n"
        "steps:\n  - {indicator: SID-20, level: 1, effort: 0.5}\n"
        "capacities:\n  - {unit: UPTD Puskesmas Pati I, effort: 2}\n"
        "without: [rkpd]\n"
    )
    result = run("plan", pati, "--target", "60.01", "--work", work, "--json")
    ids = {action.get("collective") for action in json.loads(result.stdout)["actions"]}
    assert not ids & {"perkada", "rkpd"}


def test_faults_of_the_own_file_are_told_with_their_lines(pati: Path, tmp_path: Path) -> None:
    work = tmp_path / "work.yaml"
    work.write_text("steps:\n  - {indicator: SID-99, level: 1, effort: 1}\nhands: 3\n")
    result = run("plan", pati, "--target", "60.01", "--work", work)
    places = [line.split(": ")[0].strip() for line in result.stderr.splitlines()[1:]]
    assert (result.exit_code, result.stdout, places) == (65, "", ["work.yaml:2", "work.yaml:3"])


def test_a_plan_with_a_chance_and_what_stands_beside_it(pati: Path) -> None:
    options = ("--confidence", "0,9", "--reporting", "--language", "en")
    shown = lines(pati, "--target", "60.01", *options)
    assert shown[5] == "Effort 349 person-days"
    at = next(n for n, line in enumerate(shown) if line.startswith("Chance to reach"))
    assert shown[at : at + 4] == [
        "Chance to reach 60.01: 90.0 % (computed exactly). With a chance of 90.0 % the index is at "
        "least 60.01; margin 4.12. On average 61.36.",
        "That chance is computed and holds; that nothing lighter does it is not proven. Proven: "
        "any such plan takes at least 306 person-days.",
        "What threatens most",
        "shared proof perkada: 5.0 % not accepted, index -2.248; chance then 20.5 %",
    ]
    assert shown[-1] == "rekaan-71: better reported; on average +0.029, if rejected -0.393 (3.0 %)"


def test_of_the_cheapest_plans_the_best_by_another_edition(tmp_path: Path) -> None:
    path = tmp_path / "pati.json"
    write_answers(demonstration("2026"), path)
    options = ("--target", "65.01", "--also", "2027")
    document = json.loads(run("plan", path, *options, "--json").stdout)
    assert (document["effort"], document["gap"], document["also"]) == (
        "144",
        "0",
        [
            {
                "edition": "2027",
                "before": "48.74",
                "index": "65.07",
                "highest": "65.066667",
                "highest_proven": True,
            }
        ],
    )
    assert lines(path, *options, "--language", "en")[-1] == (
        "Of all plans of 144 person-days that reach this year's target none has a higher index by "
        "2027 (proven)."
    )


def test_curve_sensitivity_and_another_edition_for_a_program(tmp_path: Path) -> None:
    path = tmp_path / "pati.json"
    write_answers(demonstration("2026"), path)
    also = ("--also", "2027", "--also-target", "62")
    options = (*also, "--fix", "not:perda", "--curve", "3", "--sensitivity", "--json")
    document = json.loads(run("plan", path, "--target", "61", *options).stdout)
    assert document["curve"][0]["effort"] == "0"
    assert len(document["curve"]) == 3
    hinges = document["sensitivity"]["collectives"]
    assert {"perda"} & {hinge["id"] for hinge in hinges} == set()
    assert document["sensitivity"]["other_reading"]["rejected_in_divisor"] is False
    (other,) = document["also"]
    assert (other["edition"], other["before"]) == ("2027", "48.74")
    assert Decimal(other["index"]) > Decimal(other["before"])
    both = other["both"]
    assert (both["gap"], other["left"]["gap"], both["now"]["gap"]) == ("0", "0", "0")
    assert Decimal(both["later_index"]) >= 62 > Decimal(document["index"])
    efforts = [document["effort"], both["now"]["effort"], both["effort"]]
    assert efforts == ["15", "18", both["effort"]]
    assert Decimal(both["effort"]) > 18
    assert len(other["worth"]) == len(document["actions"])


def test_what_is_out_of_reach_has_status_1_and_says_why(pati: Path) -> None:
    result = run("plan", pati, "--target", "75", "--language", "en")
    assert result.exit_code == 1
    told = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert told[-3:] == [
        "Target 75.00 is out of reach of what can still be done.",
        "What stands in the way:",
        "proof of years that are over (SID-03, SID-06, SID-17); with it up to 72.96",
    ]
    document = json.loads(run("plan", pati, "--target", "75", "--json").stdout)
    assert (document["reachable"], document["highest"]["index"]) == (False, "71.79")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--target", "60.01", "--budget", "10"],
        ["--budget", "much"],
        ["--budget", "10", "--confidence", "0.9"],
        ["--target", "60.01", "--confidence", "1.5"],
        ["--target", "60.01", "--also-target", "65.01"],
        ["--target", "60.01", "--fix", "never:rekaan-12"],
        ["--target", "60.01", "--fix", "not:rekaan-9999"],
        ["--target", "60.01", "--fix", "no-hands:Nobody"],
        ["--target", "60.01", "--fix", "surely:rekaan-12/SID-99"],
        ["--target", "60.01", "--fix", "surely:rekaan-12/SID-20=9"],
        ["--target", "60.01", "--fix", "surely:perkada", "--fix", "not:perkada"],
        ["--target", "60.01", "--fix", "report:rekaan-12", "--fix", "withhold:rekaan-12"],
        ["--target", "NaN"],
        ["--budget", "nan"],
        ["--target", "60.01", "--confidence", "NaN"],
        ["--target", "60.01", "--also", "2027", "--also-target", "inf"],
    ],
)
def test_wrong_usage_has_status_2(pati: Path, arguments: list[str]) -> None:
    result = run("plan", pati, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("fix", ["never:rekaan-12", "not:perda-9999", "surely:rekaan-12/SID-20=9"])
def test_a_choice_that_cannot_be_kept_is_told_with_its_option(pati: Path, fix: str) -> None:
    result = run("plan", pati, "--target", "60.01", "--fix", fix)
    assert "Keliru: nilai untuk --fix tidak dapat dipakai: " in result.stderr


def test_an_effort_that_buys_nothing_is_no_target_that_is_reached(pati: Path) -> None:
    assert lines(pati, "--budget", "0")[-1] == (
        "Dengan tenaga itu tidak ada yang menaikkan indeks."
    )


def test_a_target_that_is_reached_needs_nothing(pati: Path) -> None:
    assert lines(pati, "--target", "58")[-1] == (
        "Target sudah tercapai; tidak ada yang perlu dikerjakan."
    )
