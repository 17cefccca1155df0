"""Papers held against what the edition asks for."""

from datetime import date

import pytest

from pragola.inspection.documents.letters.findings import findings_on_papers
from pragola.inspection.report import PageText
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from pragola.wording import Language, say
from tests.inspection.documents.letters.test_kinds import ATTENDANCE, DECREE, INVITATION
from tests.inspection.documents.letters.test_letter import REGULATION

NAMES = ("Sistem Informasi Ibu Hamil Sehat",)
HELD = ("document_level", "document_date", "document_name")


def told(
    *pages: str,
    part: str | None,
    level: int | None = None,
    names: tuple[str, ...] = (),
    pointed: frozenset[int] = frozenset(),
    applied: date | None = None,
    developed: date | None = None,
) -> list[str]:
    """Severity and code of what is told beyond what a paper is."""
    subject = Subject(
        edition=load_edition("2026"),
        part=part,
        level=level,
        names=names,
        pages=pointed,
        applied=applied,
        developed=developed,
    )
    texts = [PageText(number, text) for number, text in enumerate(pages, 1)]
    found = findings_on_papers(texts, subject)
    return [f"{each.severity.value} {each.code}" for each in found if each.check in HELD]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (None, "info document_level_carried"),
        (1, "good document_level_fits"),
        (3, "doubtful document_level_lower"),
    ],
)
def test_a_decree_carries_the_first_level_of_regulation(level: int | None, expected: str) -> None:
    assert told(DECREE, part="SID-01", level=level) == [expected]


def test_a_regulation_claimed_as_a_decree_could_carry_more() -> None:
    perkada = DECREE.replace("KEPUTUSAN BUPATI", "PERATURAN BUPATI")
    assert told(perkada, part="SID-01", level=1) == [
        "info document_level_higher",
        "good document_date_before",
    ]


def test_the_best_of_several_papers_counts() -> None:
    perkada = DECREE.replace("KEPUTUSAN BUPATI", "PERATURAN BUPATI")
    assert "good document_level_fits" in told(DECREE, perkada, part="SID-01", level=2)


@pytest.mark.parametrize(
    ("applied", "developed", "expected"),
    [
        (None, None, []),
        (date(2025, 6, 1), None, ["good document_date_of_application"]),
        (date(2023, 6, 1), date(2025, 2, 1), ["good document_date_of_application"]),
        (date(2024, 6, 1), None, ["doubtful document_date_not_of_application"]),
    ],
)
def test_a_decree_on_regulation_is_of_the_year_of_application(
    applied: date | None, developed: date | None, expected: list[str]
) -> None:
    found = told(DECREE, part="SID-01", level=1, applied=applied, developed=developed)
    assert found == ["good document_level_fits", *expected]


def test_a_paper_of_another_kind_is_doubtful_and_an_unknown_one_is_told() -> None:
    assert told(INVITATION, part="SID-13") == ["doubtful document_kind_not_asked"]
    assert told("Catatan rapat bersama warga desa", part="SID-13") == ["info document_kind_unknown"]


def test_where_other_papers_are_taken_an_unknown_one_is_no_matter() -> None:
    assert told("Surat dari daerah lain yang meniru inovasi ini", part="SID-16") == []


def test_one_paper_that_is_asked_for_is_enough() -> None:
    assert told(INVITATION, ATTENDANCE, part="SID-05") == ["good document_date_fits"] * 2
    report = "LAPORAN PENELITIAN\nKajian atas layanan"
    assert told(report, DECREE, part="SID-19", level=3) == []


def test_days_outside_the_window_are_doubtful() -> None:
    late = INVITATION.replace("2025", "2021")
    assert told(late, part="SID-05") == ["doubtful document_date_outside"]


def test_a_plan_is_held_against_the_year_it_is_for() -> None:
    assert told(REGULATION, part="SID-06") == ["good document_year_fits"]
    assert told(REGULATION.replace("2025", "2022"), part="SID-06") == [
        "doubtful document_year_outside"
    ]


def test_the_name_is_found_where_the_claim_points_or_told_from_elsewhere() -> None:
    named = DECREE.replace("PELAKSANA INOVASI", NAMES[0])
    assert told(named, part="SID-09", names=NAMES) == ["good document_names_innovation"]
    assert told(DECREE, named, part="SID-09", names=NAMES, pointed=frozenset({1})) == [
        "doubtful document_name_elsewhere"
    ]
    assert told(DECREE, part="SID-09", names=NAMES) == ["doubtful document_without_name"]


def test_a_regional_regulation_need_not_name_the_innovation() -> None:
    perda = DECREE.replace("KEPUTUSAN BUPATI", "PERATURAN DAERAH KABUPATEN")
    assert told(perda, part="SID-01", level=3, names=NAMES)[-1] == "info document_need_not_name"


@pytest.mark.parametrize("part", ["SID-04", "SID-17", "SID-18", None])
def test_where_no_paper_is_asked_for_nothing_is_missed(part: str | None) -> None:
    assert told("Foto kegiatan di balai desa bersama warga", part=part, names=NAMES) == []
    assert told(INVITATION, part=part, names=NAMES) == []


def test_pages_without_text_are_not_blamed_for_a_missing_name() -> None:
    assert told("", part="SID-09", names=NAMES) == []


def test_a_doubt_says_what_the_paper_carries_and_what_is_asked() -> None:
    subject = Subject(edition=load_edition("2026"), part="SID-01", level=3)
    found = findings_on_papers([PageText(1, DECREE)], subject)
    doubt = next(each for each in found if each.code == "document_level_lower")
    assert say(doubt, Language.INDONESIAN) == (
        "Naskah ini tampaknya SK Kepala Daerah, yang membawa level 1. Level 3 yang diklaim "
        "meminta: Peraturan Daerah. Unggah naskah itu, atau sesuaikan klaimnya."
    )
