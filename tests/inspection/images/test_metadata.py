"""Day and place of a photograph."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from pragola.inspection.findings import Finding, Severity
from pragola.inspection.images.metadata import metadata_findings, taken_at, taken_on
from pragola.inspection.images.opening import open_picture
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from pragola.scoring.faults import Facts
from tests.inspection.images.scenes import photograph, saved, taken

EDITION = load_edition("2026")
YEAR = dict(EDITION.periods)["T-0"].value
MONUMENT = ("S", (6.0, 10.0, 31.4), "E", (106.0, 49.0, 37.7))


def exif_of(tmp_path: Path, exif: Image.Exif) -> Image.Exif:
    """As it is read from a saved photograph."""
    return open_picture(saved(photograph(), tmp_path / "a.jpg", exif=exif)).exif


def finding(code: str, severity: Severity, facts: Facts) -> Finding:
    """Of this check."""
    return Finding(code=code, severity=severity, check="picture_metadata", facts=facts)


def test_day_and_rounded_place_are_told(tmp_path: Path) -> None:
    """To a hundred metres."""
    exif = exif_of(tmp_path, taken(on=f"{YEAR}:03:14", at=MONUMENT))
    assert metadata_findings(exif, Subject(edition=EDITION, part="SID-10")) == (
        finding("picture_dated", Severity.INFO, (("date", date(YEAR, 3, 14)),)),
        finding("picture_placed", Severity.INFO, (("place", "-6.175, 106.827"),)),
    )


def test_a_day_outside_the_years_is_doubtful_where_the_edition_names_years(tmp_path: Path) -> None:
    """Elsewhere it is only told."""
    exif = exif_of(tmp_path, taken(on="2019:08:17"))
    day = ("date", date(2019, 8, 17))
    found = [
        metadata_findings(exif, Subject(edition=EDITION, part=p)) for p in ("SID-10", "SID-04")
    ]
    assert found == [
        (finding("picture_date_outside", Severity.DOUBTFUL, (day, ("years", str(YEAR)))),),
        (finding("picture_dated", Severity.INFO, (day,)),),
    ]


def test_a_photograph_without_notes_tells_nothing(tmp_path: Path) -> None:
    """And nothing is said about it."""
    assert metadata_findings(exif_of(tmp_path, Image.Exif()), Subject(edition=EDITION)) == ()


@pytest.mark.parametrize("on", ["0000:00:00", "2026:13:40", "    :  :  ", "kemarin", ""])
def test_a_day_that_there_is_not_is_none(tmp_path: Path, on: str) -> None:
    """Cameras without a clock write such."""
    assert taken_on(exif_of(tmp_path, taken(on=on))) is None


@pytest.mark.parametrize(
    "at",
    [
        ("N", (0.0, 0.0, 0.0), "E", (0.0, 0.0, 0.0)),
        ("S", (99.0, 0.0, 0.0), "E", (106.0, 0.0, 0.0)),
        ("S", (6.0, 10.0), "E", (106.0, 49.0)),
        ("S", "6", "E", "106"),
    ],
)
def test_a_place_that_there_is_not_is_none(at: tuple[object, ...]) -> None:
    """Zero and zero is what a phone writes that does not know."""
    assert taken_at(taken(at=at)) is None
