"""What the ministry found: by hand or from a table, beside what is claimed and verified."""

import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pragola.scoring.faults import PragolaError
from pragola.web.innovations.actions.official import record_official
from pragola.web.innovations.models import Entry, EntryState, Judged
from pragola.web.innovations.official_values import Official, official_of
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM, changes_of
from tests.web.review.reviewing import INDICATOR, a_claim
from tests.web.workplace import (
    MOMENT,
    a_region,
    a_unit,
    an_assessment,
    an_entry,
    appointed,
    signed_in,
)

pytestmark = pytest.mark.django_db
HEAD = "Judul inovasi;Skor resmi;SID-05"


def plain(html: str) -> str:
    """The text of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def a_coordinator() -> Client:
    """The browser of one."""
    return signed_in(appointed(Role.COORDINATOR, a_region()))


def path_of(page: str = "") -> str:
    """The address of the results of the assessment."""
    return f"/kerja/penilaian/{an_assessment().pk}/hasil-resmi/{page}"


def known(entry: Entry) -> Official:
    """What is recorded of it."""
    entry.refresh_from_db()
    return official_of(entry)


def checked(browser: Client, *lines: str) -> str:
    """The page that shows what a CSV would change."""
    file = SimpleUploadedFile("hasil.csv", "\n".join((HEAD, *lines)).encode())
    return browser.post(path_of(), {"file": file}).content.decode()


def accepted(browser: Client, page: str, **told: object) -> int:
    """What was shown, accepted."""
    sealed = re.search(r'name="daftar" value="([^"]+)"', page)
    assert sealed
    return browser.post(path_of("terima/"), {"daftar": sealed[1]} | told).status_code


def test_a_result_is_recorded_by_hand_with_its_source_and_both_in_the_log() -> None:
    """The comma of people, a level of an indicator; emptied again, nothing is known."""
    entry, browser = an_entry(), a_coordinator()
    path = f"/kerja/entri/{entry.pk}/hasil-resmi/"
    browser.post(path, {"points": "83,5", "level.SID-05": "2", "source": "Surat 12"})
    first = known(entry)
    browser.post(path, {"points": "", "source": ""})
    assert (first, known(entry)) == (
        Official(points=Decimal("83.5"), levels={"SID-05": 2}, source="Surat 12"),
        Official(),
    )
    told = {"points": "83.5", "levels": {"SID-05": 2}, "source": "Surat 12"}
    lines = changes_of(entry).filter(deed="official_recorded").order_by("id")
    assert [(each.old, each.new) for each in lines] == [({}, told), (told, {})]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"points": "tinggi"}, "bukan skor"),
        ({"points": "99999"}, "bukan skor"),
        ({"points": "1,234"}, "bukan skor"),
        ({"level.SID-05": "7"}, "bukan level"),
        ({"points": "1", "source": "x" * 201}, "Sumbernya terlalu panjang"),
    ],
)
def test_what_is_no_result_is_refused_and_stays_typed(told: dict[str, str], code: str) -> None:
    """Nothing is recorded."""
    entry = an_entry()
    answer = a_coordinator().post(f"/kerja/entri/{entry.pk}/hasil-resmi/", told)
    page = answer.content.decode()
    assert (answer.status_code, code in plain(page), known(entry)) == (422, True, Official())
    assert f'value="{told.get("points", "")}"' in page


def test_points_have_two_decimals_at_most() -> None:
    """As the ministry gives them."""
    with pytest.raises(PragolaError) as error:
        record_official(an_entry().pk, Official(points=Decimal("1.234")), by=SYSTEM, at=MOMENT)
    assert error.value.faults[0].code == "official_points_unknown"


def test_a_table_is_shown_before_anything_is_recorded() -> None:
    """What is new, what is not known, what is the same."""
    one = an_entry(title="Posyandu Jelita")
    other = an_entry(title="Kartu Sehat")
    record_official(other.pk, Official(points=Decimal(40)), by=SYSTEM, at=MOMENT)
    browser = a_coordinator()
    page = checked(browser, "posyandu jelita;83,5;2", "Kartu Sehat;40;", "Tak Dikenal;1;")
    told = plain(page)
    for text in ("Yang akan dicatat: 1", "1 baris tidak dikenali", "Tak Dikenal", "1 baris sama"):
        assert text in told
    assert known(one) == Official()
    assert accepted(browser, page, source="Portal") == 302
    assert known(one) == Official(points=Decimal("83.5"), levels={"SID-05": 2}, source="Portal")


def test_what_is_recorded_is_replaced_only_where_it_was_ticked() -> None:
    """Never in silence; an empty cell leaves what is known."""
    entries = [an_entry(title=title) for title in ("Satu", "Dua")]
    former = Official(points=Decimal(40), levels={"SID-05": 1})
    for entry in entries:
        record_official(entry.pk, former, by=SYSTEM, at=MOMENT)
    browser = a_coordinator()
    page = checked(browser, "Satu;50;", "Dua;60;")
    assert page.count('name="ganti"') == 2
    accepted(browser, page, ganti=str(entries[1].pk))
    assert [known(entry) for entry in entries] == [
        former,
        Official(points=Decimal(60), levels={"SID-05": 1}),
    ]


def test_a_table_that_was_checked_before_another_change_is_refused() -> None:
    """All of it."""
    one, other, browser = an_entry(title="Satu"), an_entry(title="Dua"), a_coordinator()
    page = checked(browser, "Dua;50;", "Satu;60;")
    record_official(one.pk, Official(points=Decimal(1)), by=SYSTEM, at=MOMENT)
    assert accepted(browser, page) == 422
    assert (known(one).points, known(other)) == (Decimal(1), Official())


def test_a_sealed_table_of_another_assessment_records_nothing() -> None:
    """Entries are those of the assessment only."""
    elsewhere = a_unit("Jauh", region=a_region("33.17", "Kabupaten Rembang"))
    foreign = an_entry(elsewhere, title="Asing")
    page_of = signed_in(appointed(Role.COORDINATOR, elsewhere.region))
    file = SimpleUploadedFile("hasil.csv", f"{HEAD}\nAsing;5;".encode())
    page = page_of.post(
        f"/kerja/penilaian/{foreign.assessment_id}/hasil-resmi/", {"file": file}
    ).content.decode()
    assert accepted(a_coordinator(), page) == 422
    assert known(foreign) == Official()


def test_a_broken_table_is_told_with_its_places() -> None:
    """And nothing is recorded."""
    an_entry(title="Satu")
    told = plain(checked(a_coordinator(), "Satu;tinggi;"))
    assert "CSV, sel B2" in told or "B2" in told
    assert "bukan skor" in told


def test_the_table_to_fill_comes_as_excel_with_every_entry() -> None:
    """By its id, so that titles may change."""
    entry = an_entry(title="Satu")
    browser = a_coordinator()
    answer = browser.get(path_of("daftar/"))
    file = SimpleUploadedFile("hasil.xlsx", answer.content)
    page = plain(browser.post(path_of(), {"file": file}).content.decode())
    assert "Daftar ini sama dengan yang sudah tercatat" in page
    assert known(entry) == Official()


def test_three_sides_stand_beside_each_other_wherever_an_entry_is_shown() -> None:
    """With a dash, and what it means, where a side is not known."""
    unit = a_unit()
    entry = an_entry(unit, title="Satu", state=EntryState.UNDER_REVIEW)
    claim = a_claim(entry, level=3)
    claim.judged, claim.accepted_level = Judged.ACCEPTED, 1
    claim.save()
    operator = signed_in(appointed(Role.OPERATOR, unit))
    verifier = signed_in(appointed(Role.VERIFIER, a_region()))
    leader = signed_in(appointed(Role.LEADER, a_region()))
    pages = [
        (operator, "/kerja/"),
        (operator, f"/kerja/entri/{entry.pk}/klaim/"),
        (operator, f"/kerja/entri/{entry.pk}/putusan/"),
        (operator, f"/kerja/unit/{unit.pk}/"),
        (verifier, f"/kerja/klaim/{claim.pk}/meja/"),
        (leader, f"/penilaian/daerah-{entry.assessment_id}/"),
        (leader, f"/penilaian/daerah-{entry.assessment_id}/inovasi/{entry.pk}/"),
        (leader, "/kerja/"),
    ]
    before = [plain(browser.get(path).content.decode()) for browser, path in pages]
    official = Official(points=Decimal("77.25"), levels={INDICATOR: 2})
    record_official(entry.pk, official, by=SYSTEM, at=MOMENT)
    after = [plain(browser.get(path).content.decode()) for browser, path in pages]
    assert [("77,25" in page) for page in before] == [False] * len(pages)
    assert ["belum tercatat" in page or "resmi –" in page for page in before] == [True] * len(pages)
    of_level = f"/kerja/klaim/{claim.pk}/meja/"
    found = {path: "77,25" in page for (_, path), page in zip(pages, after, strict=True)}
    assert [path for path, shows in found.items() if not shows] == [of_level]
    assert "Resmi 2" in after[4]


def test_only_the_coordinator_records() -> None:
    """Others read it where they work."""
    entry = an_entry()
    unit = entry.innovation.unit
    people = [
        appointed(Role.OPERATOR, unit),
        appointed(Role.HEAD, unit),
        appointed(Role.VERIFIER, a_region()),
        appointed(Role.LEADER, a_region()),
    ]
    path = f"/kerja/entri/{entry.pk}/hasil-resmi/"
    statuses = {signed_in(each).post(path, {"points": "1"}).status_code for each in people}
    assert (statuses, known(entry)) == ({403}, Official())


def test_the_list_asks_as_often_for_one_as_for_three(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """However many entries there are."""
    browser, counts = a_coordinator(), []
    for number in range(3):
        a_claim(an_entry(title=f"{number}"))
        with django_assert_num_queries(8) as asked:
            browser.get(path_of())
        counts.append(len(asked))
    assert counts == [8, 8, 8]
