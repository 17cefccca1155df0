"""What share of complaints was settled."""

from decimal import Decimal

import pytest

from pragola.inspection.documents.counts.figure import Figure
from pragola.inspection.documents.counts.percent import percent_in
from tests.inspection.documents.counts.papers import paper

MONTHS = """REKAPITULASI PENGADUAN
Bulan Masuk Selesai Persentase
Januari 10 8 80%
Februari 20 19 95%
{}"""


@pytest.mark.parametrize(
    ("text", "percent", "seen"),
    [
        ("Persentase penyelesaian : 95,45 %", "95.45", "Persentase penyelesaian : 95,45 %"),
        ("Persentase penyelesaian : 95 X", "95", "Persentase penyelesaian : 95 X"),
        ("Penyelesaian pengaduan 92.5%", "92.5", "Penyelesaian pengaduan 92.5%"),
        ("Selesai 88%\nBelum selesai 12%", "88", "Selesai 88%"),
        (MONTHS.format("Jumlah 30 27 90%"), "90", "Jumlah 30 27 90%"),
        (MONTHS.format("Jumlah 30 27 906"), "90", "27 / 30"),
        ("Sebanyak 38 dari 40 pengaduan telah diselesaikan", "95", "38 / 40"),
        ("Dari 40 pengaduan yang masuk, 30 telah ditindaklanjuti", "75", "30 / 40"),
        ("Total pengaduan : 1.200\nSelesai : 900\nProses : 300", "75", "900 / 1.200"),
        ("Pengaduan masuk: 50\nPengaduan selesai: 47", "94", "47 / 50"),
    ],
)
def test_the_percent_is_read_or_reckoned(text: str, percent: str, seen: str) -> None:
    """As printed, else of the two figures."""
    assert percent_in(paper(text)) == Figure(value=Decimal(percent), pages=(1,), seen=seen)


@pytest.mark.parametrize(
    "text",
    [
        MONTHS.format(""),
        "Belum selesai : 12 %",
        "Realisasi anggaran 95 %",
        "Total pengaduan : 12",
        "Selesai : 50\nTotal pengaduan : 40",
    ],
)
def test_what_cannot_be_told_is_not_told(text: str) -> None:
    """Several percents without a total, the share of the open ones, other percents."""
    assert percent_in(paper(text)) is None
