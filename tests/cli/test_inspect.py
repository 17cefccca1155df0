import json
from pathlib import Path

from tests.cli.running import run
from tests.inspection.corpus.printing import print_text
from tests.inspection.documents.sheets import LINE, as_pdf, blank, paste, text_pdf
from tests.inspection.images.scenes import photograph

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
    line = {"lines": [[828, 123, 842, 702]]}
    assert told["pages"] == [{"page": 1, "text": LINE} | not_read | line]
    assert told["findings"][0] == {
        "code": "page_turned",
        "severity": "doubtful",
        "check": "pages",
        "page": 1,
        "second": None,
        "region": None,
        "facts": {"degrees": 270},
        "spots": [],
        "words": "This page is turned by 270 degrees. Turn it upright before you upload it.",
    }


def test_an_indicator_that_the_edition_does_not_have_is_wrong_usage(tmp_path: Path) -> None:
    path = text_pdf(tmp_path / "a.pdf", [LINE])
    result = run("inspect", path, "--edition", "2026", "--indicator", "SID-99")
    assert result.exit_code == 2
    assert "SID-99" in result.stderr


def test_files_of_a_folder_that_are_the_same_name_each_other(tmp_path: Path) -> None:
    """The very bytes, a photograph made smaller, a text with a few other words."""
    scene = photograph(3)
    scene.save(tmp_path / "a.jpg", quality=90)
    scene.resize((400, 300)).save(tmp_path / "b.jpg", quality=70)
    photograph(4).save(tmp_path / "c.jpg", quality=90)
    (tmp_path / "d.jpg").write_bytes((tmp_path / "c.jpg").read_bytes())
    result = run("inspect", tmp_path, "--edition", "2026", "--indicator", "SID-10", "--level", 1)
    told, file = {}, ""
    for line in result.stdout.splitlines():
        file = Path(line).name if not line.startswith(" ") else file
        if "di antara berkas" in line:
            told[file] = line.strip()
    own = "Bila keduanya untuk inovasi yang berbeda, siapkan bukti tersendiri bagi tiap inovasi."
    assert {name: (line.split("“")[1].split("”")[0]) for name, line in told.items()} == {
        "a.jpg": "b.jpg",
        "b.jpg": "a.jpg",
        "c.jpg": "d.jpg",
        "d.jpg": "c.jpg",
    }
    assert told["c.jpg"] == (
        f"? Sama 100 persen dengan “d.jpg” di antara berkas yang diperiksa ini. {own}"
    )


def test_two_decrees_that_say_the_same_are_told_without_a_warning(tmp_path: Path) -> None:
    """One decree may serve many."""
    words = [f"kata{number} bagian{number}" for number in range(40)]
    text_pdf(tmp_path / "a.pdf", words)
    text_pdf(tmp_path / "b.pdf", ["lain", *words[1:]])
    result = run("inspect", tmp_path, *FOR_A_DECREE, "--json")
    files = json.loads(result.stdout)["files"]
    found = [[f for f in each["findings"] if f["check"] == "likeness"] for each in files]
    assert [[(f["code"], f["severity"], f["facts"]["other"]) for f in each] for each in found] == [
        [("likeness_among_files", "info", "b.pdf")],
        [("likeness_among_files", "info", "a.pdf")],
    ]


def test_a_photograph_in_two_reports_of_a_folder_is_told_with_its_page(tmp_path: Path) -> None:
    """On each by its own page."""
    box = (80, 520, 240, 180)
    for name, page in (("a", 2), ("b", 1)):
        path = print_text(tmp_path / f"{name}.pdf", [(f"Laporan kegiatan {name}",)] * 2)
        paste(path, {page: [(photograph(3), box)]})
    result = run("inspect", tmp_path, "--edition", "2026", "--indicator", "SID-10", "--json")
    files = json.loads(result.stdout)["files"]
    found = [[f for f in each["findings"] if f["check"] == "likeness"] for each in files]
    assert [[(f["code"], f["page"], f["facts"]["other"]) for f in each] for each in found] == [
        [("likeness_among_files_photo", 2, "b.pdf")],
        [("likeness_among_files_photo", 1, "a.pdf")],
    ]


def test_a_paper_is_told_with_what_it_carries_and_when_it_was_signed(tmp_path: Path) -> None:
    """A decree claimed as a regional regulation, of another year than the application."""
    page = (
        "# KEPUTUSAN BUPATI CONTOH",
        "^ NOMOR 050/7 TAHUN 2024",
        "^ TENTANG",
        "^ TIM SIPANDU",
        "Menimbang : bahwa perlu tim;",
        "^ MEMUTUSKAN :",
        "Ditetapkan di Contoh",
        "pada tanggal 5 Januari 2024",
        "BUPATI CONTOH,",
    )
    path = print_text(tmp_path / "sk.pdf", [page])
    claimed = ("--level", 3, "--innovation", "SIPANDU", "--applied", "2025-03-01")
    result = run("inspect", path, *FOR_A_DECREE, *claimed)
    assert result.stdout.splitlines()[2:-1] == [
        "  ✓ halaman 1, tengah atas: Tampaknya SK Kepala Daerah. Judulnya “KEPUTUSAN BUPATI "
        "CONTOH”. Memuat: Menimbang; MEMUTUSKAN.",
        "  · halaman 1: Yang terbaca · nomor 050/7 TAHUN 2024 · tanggal 5 Januari 2024 · tentang "
        "TIM SIPANDU · penanda tangan BUPATI CONTOH. Cocokkan dengan naskahnya.",
        "  ? halaman 1, tengah atas: Naskah ini tampaknya SK Kepala Daerah, yang membawa level 1. "
        "Level 3 yang diklaim meminta: Peraturan Daerah. Unggah naskah itu, atau sesuaikan "
        "klaimnya.",
        "  ? halaman 1, kiri atas: Bertanggal 5 Januari 2024, sedangkan tahun penerapan atau "
        "pengembangannya 2025. Periksa naskahnya, dan tanggal penerapan di profil inovasi.",
        "  ✓ halaman 1, tengah atas: Nama inovasi terbaca di sini: “SIPANDU”.",
    ]
