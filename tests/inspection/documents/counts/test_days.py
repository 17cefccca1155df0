"""How many days a procedure takes."""

from decimal import Decimal

import pytest

from pragola.inspection.documents.counts.days import days_in
from pragola.inspection.documents.counts.figure import Figure
from tests.inspection.documents.counts.papers import paper

STEPS = """No Kegiatan Pelaksana Waktu Keluaran
1 Mendaftar Petugas {} Formulir
2 Memeriksa Bidan {} Catatan"""


@pytest.mark.parametrize(
    ("text", "days", "seen", "working"),
    [
        ("Jangka waktu penyelesaian : 3 hari kalender", 3, "3 hari kalender", False),
        ("Waktu penyelesaian: 5 (lima) hari kerja", 5, "5 (lima) hari kerja", True),
        ("Jangka Waktu Pelayanan\nPagi dan sore\n", None, "", False),
        ("Jangka Waktu Pelayanan\n45 menit", 1, "45 menit", False),
        ("Total waktu pelayanan 1-2 hari", 2, "1-2 hari", False),
        ("Jumlah waktu : 3 x 24 jam", 3, "3 x 24 jam", False),
        ("Permohonan diselesaikan paling lama tiga hari kalender.", 3, "tiga hari kalender", False),
        ("Total 2 jam 30 menit", 1, "2 jam 30 menit", False),
        ("Lama layanan : 1 (satu) bulan", 30, "1 (satu) bulan", False),
    ],
)
def test_a_printed_total_is_read(text: str, days: int | None, seen: str, *, working: bool) -> None:
    """In days of the calendar where it says nothing else; a day begun is a day."""
    expected = None
    if days is not None:
        expected = Figure(value=Decimal(days), pages=(1,), seen=seen, working=working)
    assert days_in(paper(text)) == expected


@pytest.mark.parametrize(
    ("first", "second", "days", "seen", "working"),
    [
        ("10 menit", "30 menit", 1, "40 menit", False),
        ("2 hari", "1 hari", 3, "3 hari", False),
        ("1 hari kerja", "2 hari kerja", 3, "3 hari", True),
        ("12 jam", "1 hari", 2, "36 jam", False),
    ],
)
def test_steps_are_added_up_where_no_total_is_printed(
    first: str, second: str, days: int, seen: str, *, working: bool
) -> None:
    """And it is told that this is a sum."""
    figure = Figure(value=Decimal(days), pages=(1,), seen=seen, working=working, summed=True)
    assert days_in(paper(STEPS.format(first, second))) == figure


def test_a_total_beats_the_steps() -> None:
    """Steps may run side by side."""
    text = f"{STEPS.format('2 hari', '3 hari')}\nTotal waktu penyelesaian : 4 hari"
    assert days_in(paper(text)) == Figure(value=Decimal(4), pages=(1,), seen="4 hari")


def test_a_column_may_name_the_unit() -> None:
    """Then its numbers have none."""
    text = "No Kegiatan Pelaksana Waktu (menit)\n1 Mendaftar Petugas 10\n2 Memeriksa Bidan 50"
    figure = Figure(value=Decimal(1), pages=(1,), seen="1 jam", summed=True)
    assert days_in(paper(text)) == figure


def test_no_sum_is_told_where_most_steps_have_no_time() -> None:
    """Nor where there is nothing about time."""
    text = "1. Mendaftar\n2. Memeriksa\n3. Mencatat 10 menit\n4. Melapor"
    assert days_in(paper(text)) is None
    assert days_in(paper("Laporan kegiatan")) is None
