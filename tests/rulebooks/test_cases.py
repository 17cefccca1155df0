"""Worked examples beside an edition."""

from pathlib import Path

import pytest

from pragola.rulebooks.case_runs import CasesRun, run_cases
from pragola.rulebooks.catalogue import EditionFaultyError
from pragola.wording import Language, say
from tests.rulebooks.small_edition import EDITION, write_edition


def _run(tmp_path: Path, cases: str) -> CasesRun:
    folder = write_edition(tmp_path)
    (folder / "cases").mkdir(exist_ok=True)
    (folder / "cases" / "a.yaml").write_text(cases, encoding="utf-8")
    return run_cases(folder)


def _told(run: CasesRun) -> list[tuple[str, str, str, str]]:
    return [(f.code, f.place, f.found, f.expected) for f in run.faults]


REGION = """\
- name: Dua inovasi
  spd: {all: 3}
  innovations:
    - {number: 2, basic_services: 1, claims: {all: 2}}
    - {number: 1, basic_services: 2, status: rejected, claims: {all: 3}}
  expected: {spd: 3, sid_sum: 12, mean: 4.00, divisor: 3, counted: 2, count_score: 1.00,
    basic_services: 1, total: 8.00, index: 47.06, band: Rendah}
"""


def test_an_edition_without_cases_has_none(tmp_path: Path) -> None:
    run = run_cases(write_edition(tmp_path))
    assert (run.edition.code, run.number, run.faults) == ("small", 0, ())


def test_a_faulty_edition_has_no_run(tmp_path: Path) -> None:
    with pytest.raises(EditionFaultyError):
        run_cases(write_edition(tmp_path, edition=EDITION.replace("complete", "done")))


def test_a_region_that_agrees(tmp_path: Path) -> None:
    run = _run(tmp_path, REGION)
    assert (run.number, _told(run)) == (1, [])


def test_a_figure_that_differs_is_told_with_its_case(tmp_path: Path) -> None:
    run = _run(tmp_path, REGION.replace("mean: 4.00", "mean: 4.1").replace("Rendah", "Tinggi"))
    assert _told(run) == [
        ("case_differs", "cases/a.yaml:1", "4.0", "4.1"),
        ("case_differs", "cases/a.yaml:1", "Rendah", "Tinggi"),
    ]
    assert say(run.faults[0], Language.INDONESIAN) == (
        "Contoh “Dua inovasi”: mean seharusnya 4.1, mesin memberi 4.0."
    )


def test_figures_are_compared_to_the_digits_that_are_written(tmp_path: Path) -> None:
    cases = """\
- name: a
  innovations: [{number: 1, basic_services: 0, claims: {except: {SID-02: 1}}}]
  expected: {total: 0.5}
"""
    assert _told(_run(tmp_path, cases)) == []


def test_innovations_are_spread_over_the_affairs_asked_for(tmp_path: Path) -> None:
    cases = """\
- name: Satu inovasi, dua urusan
  innovations: [{number: 1, basic_services: 2, claims: {all: 0}}]
  expected: {basic_services: 2}
- name: Tiga inovasi, dua urusan
  innovations: [{number: 3, basic_services: 2, claims: {all: 0}}]
  expected: {basic_services: 2}
- name: Tanpa urusan
  innovations: [{number: 3, basic_services: 0, claims: {all: 0}}]
  expected: {basic_services: 0}
"""
    assert _told(_run(tmp_path, cases)) == []


def test_a_band_case(tmp_path: Path) -> None:
    cases = "- {name: a, index: 50.00, expected: {band: Tinggi}}\n"
    assert _told(_run(tmp_path, cases)) == [("case_differs", "cases/a.yaml:1", "Rendah", "Tinggi")]


@pytest.mark.parametrize(
    ("claim", "gives"),
    [
        ("{value: 20.004}", "level: 2"),
        ("{value: 20.005}", "level: 3"),
        ("{value: 10.00}", "level: 1"),
        ("{T-1: 5}", "fault: periods_do_not_fit"),
        ("{base: a, value: 5}", "fault: base_not_expected"),
        ("{level: 4}", "fault: level_out_of_range"),
        ("3", "level: 3"),
    ],
)
def test_a_claim_case(tmp_path: Path, claim: str, gives: str) -> None:
    cases = f"- {{name: a, indicator: SID-01, claim: {claim}, expected: {{{gives}}}}}\n"
    assert _told(_run(tmp_path, cases)) == []


def test_a_claim_case_that_differs(tmp_path: Path) -> None:
    cases = "- {name: a, indicator: SID-01, claim: {value: 1}, expected: {level: 2}}\n"
    assert _told(_run(tmp_path, cases)) == [("case_differs", "cases/a.yaml:1", "1", "2")]


def test_answers_that_cannot_be_scored_are_told_at_the_case(tmp_path: Path) -> None:
    cases = "- {name: a, spd_subtotal: 3, expected: {spd: 3}}\n"
    assert _told(_run(tmp_path, cases)) == [("subtotal_not_expected", "cases/a.yaml:1", "", "spd")]


def test_faults_of_a_case_file_are_told_all(tmp_path: Path) -> None:
    cases = """\
- {name: a, index: 101, expected: {band: Tinggi}}
- {name: b, indicator: SID-09, claim: {value: 1}, expected: {level: 1}}
- {name: c, spd: {all: 1, except: [SPD-01]}, expected: {spd: 1, spdd: 2}}
- just a text
"""
    assert _told(_run(tmp_path, cases)) == [
        ("number_out_of_range", "cases/a.yaml:1", "101", "0–100"),
        ("not_a_choice", "cases/a.yaml:2", "SID-09", "SPD-01, SID-01, SID-02"),
        ("not_a_mapping", "cases/a.yaml:3", "[…]", ""),
        (
            "key_unknown",
            "cases/a.yaml:3",
            "spdd",
            "spd, sid_sum, mean, divisor, counted, count_score, basic_services, total, index, band",
        ),
        ("not_a_mapping", "cases/a.yaml:4", "just a text", ""),
    ]


def test_broken_yaml_among_the_cases_is_told(tmp_path: Path) -> None:
    assert [(code, place) for code, place, _, _ in _told(_run(tmp_path, "- [a\n"))] == [
        ("yaml_broken", "cases/a.yaml:2")
    ]
