"""What is told of a count: the level it would give by the edition, and that people decide."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pragola.inspection.documents.counts.asked import Kind, kind_asked
from pragola.inspection.documents.counts.suggesting import count_findings
from pragola.inspection.findings import Finding, Place, Severity
from pragola.inspection.report import PageText
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from pragola.wording import Language, say

TEAM = "NO NAMA JABATAN\n" + "\n".join(f"{n} Orang {n} Staf" for n in range(1, 13))
TWO = "NO NAMA INSTANSI PERAN\n1 Dinas Sosial Anggota\n2 Dinas Kesehatan Anggota"


def told(text: str, part: str, level: int | None = None, edition: str = "2026") -> list[Finding]:
    """What is told of a paper whose second page has that text."""
    subject = Subject(edition=load_edition(edition), part=part, level=level)
    return list(count_findings((PageText(1, ""), PageText(2, text)), subject))


@pytest.mark.parametrize("edition", ["2023", "2026", "2027"])
def test_the_edition_says_what_can_be_counted(edition: str) -> None:
    """By the unit of its measure and its own words; people served are not counted in papers."""
    found = {i.code: kind_asked(i) for i in load_edition(edition).indicators if kind_asked(i)}
    assert found == {
        "SID-02": Kind.PEOPLE,
        "SID-09": Kind.AGENCIES,
        "SID-13": Kind.DAYS,
        "SID-14": Kind.PERCENT,
    }


@pytest.mark.parametrize(
    ("level", "code", "severity"),
    [
        (None, "count_of_people_suggests", Severity.INFO),
        (1, "count_of_people_supports", Severity.GOOD),
        (2, "count_of_people_supports", Severity.GOOD),
        (3, "count_of_people_falls_short", Severity.DOUBTFUL),
    ],
)
def test_a_count_is_held_against_the_claimed_level(
    level: int | None, code: str, severity: Severity
) -> None:
    """With the page it was read on."""
    assert told(TEAM, "SID-02", level) == [
        Finding(
            code=code,
            severity=severity,
            check="counts",
            place=Place(page=2),
            facts=(
                ("count", 12),
                ("unit", "orang"),
                ("level", 2),
                ("claimed", level),
                ("pages", "2"),
                ("seen", ""),
            ),
        )
    ]


@pytest.mark.parametrize(("edition", "level"), [("2023", 1), ("2026", 1)])
def test_the_level_comes_from_the_cuts_of_the_year(edition: str, level: int) -> None:
    """Two agencies: 1 to 2 in one year, exactly 2 in the other."""
    assert dict(told(TWO, "SID-09", edition=edition)[0].facts)["level"] == level


@pytest.mark.parametrize(("edition", "level"), [("2023", 1), ("2026", 0)])
def test_one_agency_is_a_network_in_one_year_only(edition: str, level: int) -> None:
    """The cuts of 2026 begin at two."""
    one = TWO.replace("Dinas Kesehatan", "Dinas Sosial")
    assert dict(told(one, "SID-09", edition=edition)[0].facts)["level"] == level


def test_percents_are_rounded_as_the_edition_says() -> None:
    """To two decimals in 2023, to whole percents in 2026."""
    text = "Penyelesaian pengaduan 90,5 %"
    shown = {
        edition: (dict(f.facts)["count"], dict(f.facts)["level"])
        for edition in ("2023", "2026")
        for f in told(text, "SID-14", edition=edition)
    }
    assert shown == {"2023": (Decimal("90.50"), 3), "2026": (91, 3)}


@pytest.mark.parametrize(
    ("edition", "code"),
    [("2023", "count_of_days_supports"), ("2026", "count_of_working_days_supports")],
)
def test_working_days_are_doubtful_where_the_calendar_is_asked(edition: str, code: str) -> None:
    """The edition of 2026 asks for days of the calendar, that of 2023 for days."""
    found = told("Jangka waktu penyelesaian : 3 hari kerja", "SID-13", 2, edition)
    assert [each.code for each in found] == [code]


def test_a_sum_of_steps_is_told_as_one() -> None:
    """No total is printed there."""
    found = told("1 Mendaftar 1 hari\n2 Memeriksa 2 hari", "SID-13")
    assert [(each.code, dict(each.facts)["count"]) for each in found] == [
        ("count_of_summed_days_suggests", 3)
    ]


def test_only_the_pages_of_the_claim_are_counted() -> None:
    """One decree proves many things."""
    subject = Subject(edition=load_edition("2026"), part="SID-02", pages=frozenset({2}))
    pages = (PageText(1, TEAM), PageText(2, "Halaman lain"))
    assert count_findings(pages, subject) == ()
    assert len(count_findings(pages, replace(subject, pages=frozenset({1})))) == 1


def test_nothing_is_counted_for_other_parts() -> None:
    """Nor where nothing can be read."""
    assert told(TEAM, "SID-01") == []
    assert told("Halaman kosong", "SID-02") == []


def test_the_sentence_tells_where_and_what_to_do() -> None:
    """In both languages."""
    found = told(TEAM, "SID-02", 3)[0]
    assert say(found, Language.INDONESIAN) == (
        "Terbaca daftar 12 orang (halaman 2); menurut pedoman ini level 2, sedangkan yang diklaim "
        "level 3. Lengkapi buktinya, atau sesuaikan levelnya. Ini hitungan otomatis: periksa "
        "sendiri."
    )
    assert say(found, Language.ENGLISH) == (
        "A list of 12 people was read (page 2); by the edition that is level 2, but level 3 is "
        "claimed. Complete the proof, or adjust the level. It was counted by a machine: look "
        "yourself."
    )
