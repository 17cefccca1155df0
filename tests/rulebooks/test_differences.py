"""What changed between editions."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pragola.rulebooks import Difference, compare, edition_codes, load_edition, read_edition
from pragola.scoring.edition import Cut
from tests.rulebooks.small_edition import write_edition


def _between(old: str, new: str, subject: str) -> list[tuple[str, object, object]]:
    differences = compare(load_edition(old), load_edition(new))
    return [(d.path, d.old, d.new) for d in differences if d.subject == subject]


@pytest.mark.parametrize("code", edition_codes())
def test_an_edition_does_not_differ_from_itself(code: str) -> None:
    assert compare(load_edition(code), load_edition(code)) == ()


def test_the_outlook_of_2027_differs_in_what_was_announced() -> None:
    def of(path: str, old: object, new: object) -> Difference:
        return Difference(subject="", path=path, old=old, new=new)  # type: ignore[arg-type]

    assert compare(load_edition("2026"), load_edition("2027")) == (
        of("status", "complete", "outlook"),
        of("min_divisor", 12, 14),
        of("min_basic_services", 5, 6),
        of("eligibility.applied.first", date(2024, 1, 1), None),
        of("eligibility.applied.last", date(2025, 12, 31), None),
    )


def test_bands_differ_by_their_ends() -> None:
    assert _between("2023", "2026", "Inovatif") == [
        ("min", Decimal("35.00"), Decimal("40.01")),
        ("max", Decimal("60.00"), Decimal("65.00")),
    ]


def test_a_measure_differs_by_its_cuts() -> None:
    rows = [row for row in _between("2023", "2026", "SID-09") if row[0].startswith("measure")]
    assert rows == [
        ("measure.cuts.1", Cut(1, Decimal(1), Decimal(2)), Cut(1, Decimal(2), Decimal(2)))
    ]


def test_a_measure_that_came_is_one_difference() -> None:
    measure = next(i.measure for i in load_edition("2026").indicators if i.code == "SID-12")
    rows = _between("2023", "2026", "SID-12")
    assert [row for row in rows if row[0].startswith("measure")] == [("measure", None, measure)]


def test_bases_that_went_are_one_difference_each() -> None:
    rows = _between("2026", "2023", "SID-18")
    gone = [path for path, old, new in rows if path.startswith("bases") and new is None and old]
    assert gone == [f"bases.{base}" for base in "abcdef"]


def test_bases_differ_by_their_parts(tmp_path: Path) -> None:
    change = "  indicators.SID-18.bases.c.measure.cuts.3: {min: 20.01}\n"
    text = f"code: longer\nextends: 2026\nchanges:\n{change}"
    longer = read_edition(write_edition(tmp_path, edition=text, indicators=None))
    before, after = Cut(3, Decimal("20.01"), Decimal("30.00")), Cut(3, Decimal("20.01"), None)
    assert compare(load_edition("2026"), longer) == (
        Difference(subject="SID-18", path="bases.c.cuts.3", old=before, new=after),
    )


def test_an_indicator_that_came_or_went_is_told_by_its_name() -> None:
    assert _between("2023", "2026", "SPD-01") == [("", None, "Visi dan Misi")]
    assert _between("2026", "2023", "SPD-01") == [("", "Visi dan Misi", None)]


def test_the_order_of_formats_is_no_difference() -> None:
    paths = [path for path, _, _ in _between("2023", "2026", "SID-11")]
    assert "evidence.formats" not in paths
