import json
from pathlib import Path

from tests.cli.running import run
from tests.inspection.documents.sheets import LINE, as_pdf, blank, text_pdf

FOR_A_DECREE = ("--edition", "2026", "--indicator", "SID-01")


def test_a_folder_is_inspected_whole_and_a_blocked_file_is_told_by_the_status(
    tmp_path: Path,
) -> None:
    text_pdf(tmp_path / "a.pdf", [LINE])
    as_pdf(tmp_path / "b.pdf", [blank()])
    result = run("inspect", tmp_path, *FOR_A_DECREE)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[:2] == [f"{tmp_path / 'a.pdf'}", "  ✓ Dokumen terbuka dan terbaca, 1 halaman."]
    assert lines[-1] == "2 berkas diperiksa, 1 tidak dapat dinilai."


def test_a_program_gets_findings_with_words_places_and_measures(tmp_path: Path) -> None:
    path = text_pdf(tmp_path / "a.pdf", [LINE], turned=90)
    result = run("inspect", path, *FOR_A_DECREE, "--json", "--language", "en")
    (told,) = json.loads(result.stdout)["files"]
    assert result.exit_code == 0
    not_read = {"by_ocr": False, "sure_words": 0, "confidence": 0, "turned": 0}
    assert told["pages"] == [{"page": 1, "text": LINE} | not_read]
    assert told["findings"][0] == {
        "code": "page_turned",
        "severity": "doubtful",
        "check": "pages",
        "page": 1,
        "second": None,
        "region": None,
        "facts": {"degrees": 270},
        "words": "This page is turned by 270 degrees. Turn it upright before you upload it.",
    }


def test_an_indicator_that_the_edition_does_not_have_is_wrong_usage(tmp_path: Path) -> None:
    path = text_pdf(tmp_path / "a.pdf", [LINE])
    result = run("inspect", path, "--edition", "2026", "--indicator", "SID-99")
    assert result.exit_code == 2
    assert "SID-99" in result.stderr
