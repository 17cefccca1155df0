"""`pragola editions` as a person and a program see it."""

import json
from pathlib import Path

from tests.cli.running import run
from tests.rulebooks.small_edition import EDITION, write_edition

CORRECTED = """\
code: 2026-pati
extends: 2026
changes:
  min_divisor: {value: 11, sources: [simonda], confidence: high}
"""


def test_list_names_every_edition_with_its_status() -> None:
    lines = run("editions", "list").stdout.splitlines()
    assert lines == [
        "2023  sebagian   Pedoman Indeks Inovasi Daerah 2023 (sebagian)",
        "2026  lengkap    Pedoman Indeks Inovasi Daerah 2026",
        "2027  perkiraan  Perkiraan Indeks Inovasi Daerah 2027 (berdasar 2026)",
        "2028  perkiraan  Perkiraan Indeks Inovasi Daerah 2028 (berdasar 2026)",
        "2029  perkiraan  Perkiraan Indeks Inovasi Daerah 2029 (berdasar 2026)",
    ]


def test_list_for_programs_names_codes_and_hashes() -> None:
    listed = json.loads(run("editions", "list", "--json").stdout)
    assert [(e["code"], e["status"], len(e["hash"])) for e in listed] == [
        ("2023", "partial", 64),
        ("2026", "complete", 64),
        ("2027", "outlook", 64),
        ("2028", "outlook", 64),
        ("2029", "outlook", 64),
    ]


def test_show_marks_our_readings_with_their_note() -> None:
    shown = run("editions", "show", "2026").stdout
    assert "  Pembagi minimal                 12\n" in shown
    assert "[bacaan kami; tanpa sumber; keyakinan rendah. Sumber tidak mengatakan" in shown
    assert "  Sangat Inovatif                 65,01 … 100,00\n" in shown


def test_show_of_a_partial_edition_says_what_is_not_known() -> None:
    shown = run("editions", "show", "2023", "--language", "en").stdout
    assert "  Not known; the SPD is answered as one subtotal.\n" in shown
    assert "  Fewest basic services           not known\n" in shown
    assert "[inferred; source sosialisasi-2023; confidence medium. " in shown


def test_show_of_an_indicator_has_criteria_measure_and_evidence() -> None:
    lines = run("editions", "show", "2026", "spd-05b").stdout.splitlines()
    assert lines[0] == "SPD-05b Tingkat Pengangguran Terbuka T-1"
    assert "  1 = 5,91 atau lebih; 2 = 2,34 … 5,92; 3 = 2,35 atau kurang (persen)" in lines
    assert (
        "  angka T-1; makin rendah makin baik; dibulatkan ke 2 desimal; diuji berurutan 3, 1, 2"
        in lines
    )
    assert "  Bukti dukung                    tidak diketahui" in lines


def test_show_of_an_indicator_has_its_bases_and_components() -> None:
    benefit = run("editions", "show", "2026", "SID-18", PRAGOLA_LANGUAGE="en").stdout
    assert "\nBase c: Efisiensi belanja\n" in benefit
    spending = run("editions", "show", "2026", "SPD-02b").stdout
    assert "\nKomponen\n  Pendidikan 20 %\n" in spending


def test_show_of_an_indicator_for_programs_keeps_decimals_as_text() -> None:
    shown = json.loads(run("editions", "show", "2026", "SPD-05b", "--json").stdout)
    assert shown["weight"]["value"] == "0.75"
    assert shown["measure"]["cuts"][1] == {"level": 2, "min": "2.34", "max": "5.92"}


def test_show_of_an_edition_for_programs_has_days_as_text() -> None:
    shown = json.loads(run("editions", "show", "2026", "--json").stdout)
    assert shown["eligibility"]["applied"]["value"] == {
        "first": "2024-01-01",
        "last": "2025-12-31",
    }


def test_an_unknown_edition_is_faulty_input() -> None:
    result = run("editions", "show", "2025")
    assert result.exit_code == 65
    assert "Tidak ada pedoman 2025." in result.stderr


def test_an_unknown_indicator_is_wrong_usage() -> None:
    result = run("editions", "show", "2026", "SID-99")
    assert result.exit_code == 2
    assert "SID-99: SPD-01, SPD-02a" in result.stderr


def test_diff_tells_constants_bands_and_indicators() -> None:
    lines = run("editions", "diff", "2023", "2026").stdout.splitlines()
    assert "Indikator SPD dikenal di pedoman 2026 saja, tidak di 2023." in lines
    assert "  Pembagi minimal: 10 → 12" in lines
    assert "Predikat Inovatif" in lines
    assert "  mulai: 35,00 → 40,01" in lines
    assert "Formulir profil: Tematik" in lines
    assert "  Ukuran batas level 1: 1 … 2 → 2" in lines
    assert "  Ukuran: tidak ada → 1 = 1; 2 = 2; 3 = 3 atau lebih (metode)" in lines
    assert "SPD-01 Visi dan Misi" not in lines


def test_diff_back_names_the_same_spd() -> None:
    lines = run("editions", "diff", "2026", "2023", "--language", "en").stdout.splitlines()
    assert "SPD indicators are known in edition 2026 only, not in 2023." in lines


def test_diff_of_an_edition_with_itself_says_so() -> None:
    lines = run("editions", "diff", "2026", "2026").stdout.splitlines()
    assert lines[-1] == "Tidak ada perbedaan."


def test_diff_for_programs() -> None:
    listed = json.loads(run("editions", "diff", "2026", "2027", "--json").stdout)
    assert listed[1] == {"subject": "", "path": "min_divisor", "old": 12, "new": 14}


def test_check_of_all_editions_is_fine() -> None:
    result = run("editions", "check", "--language", "en")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[1] == "Edition 2026 is right; 50 cases agree."


def test_check_takes_a_correction_from_any_folder(tmp_path: Path) -> None:
    folder = write_edition(tmp_path, edition=CORRECTED, indicators=None)
    (folder / "cases").mkdir()
    case = "- {name: Tanpa jawaban, expected: {divisor: 11}}\n"
    (folder / "cases" / "own.yaml").write_text(case, encoding="utf-8")
    result = run("editions", "check", folder)
    assert (result.exit_code, result.stdout) == (0, "Pedoman 2026-pati benar; 1 contoh cocok.\n")


def test_check_takes_the_edition_file_itself(tmp_path: Path) -> None:
    folder = write_edition(tmp_path, edition=CORRECTED, indicators=None)
    assert run("editions", "check", folder / "edition.yaml").exit_code == 0


def test_check_tells_every_fault_with_file_and_line(tmp_path: Path) -> None:
    bent = EDITION.replace("status: complete", "status: done").replace(
        "max_minutes: 5", "max_minutes: x"
    )
    result = run("editions", "check", write_edition(tmp_path, edition=bent))
    assert result.exit_code == 65
    assert result.stderr.splitlines()[1:] == [
        "  edition.yaml:3: “done” bukan pilihan. Tulis salah satu: complete, partial, outlook.",
        "  edition.yaml:41: “x” bukan bilangan bulat. Tulis seperti 12.",
    ]


def test_check_for_programs_has_faults_by_code(tmp_path: Path) -> None:
    case = "- {name: Tanpa jawaban, expected: {divisor: 12}}\n"
    folder = write_edition(tmp_path, edition=CORRECTED, indicators=None)
    (folder / "cases").mkdir()
    (folder / "cases" / "own.yaml").write_text(case, encoding="utf-8")
    result = run("editions", "check", folder, "--json")
    assert result.exit_code == 65
    (checked,) = json.loads(result.stdout)
    assert (checked["edition"], checked["cases"]) == ("2026-pati", 1)
    assert [(f["code"], f["place"], f["found"]) for f in checked["faults"]] == [
        ("case_differs", "cases/own.yaml:1", "11")
    ]
