"""The index that the ministry gave the government: recorded by hand, beside what was published."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils.timezone import now
from pytest_django import DjangoAssertNumQueries, Settings

from pragola.scoring.faults import PragolaError
from pragola.web.innovations.actions.official_index import record_official_index
from pragola.web.innovations.models import Assessment
from pragola.web.innovations.official_index import (
    OfficialIndex,
    official_index_as_json,
    official_index_of,
    official_years,
    state_of,
)
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM, changes_of
from tests.web.workplace import MOMENT, a_region, a_unit, an_assessment, appointed, signed_in

pytestmark = pytest.mark.django_db
LETTER = OfficialIndex(
    index=Decimal("61.25"), band="Inovatif", source="Surat 7", day=date(2026, 6, 30)
)
TYPED = {"index": "61,25", "band": "Inovatif", "source": "Surat 7", "day": "2026-06-30"}


def plain(html: str) -> str:
    """The text of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def a_coordinator() -> Client:
    """The browser of one."""
    return signed_in(appointed(Role.COORDINATOR, a_region()))


def path_of(page: str = "indeks/") -> str:
    """The address of the form."""
    return f"/kerja/penilaian/{an_assessment().pk}/hasil-resmi/{page}"


def known() -> OfficialIndex:
    """What is recorded now."""
    return official_index_of(an_assessment())


def seen(browser: Client) -> str:
    """What an opened page says stands."""
    page = browser.get(path_of("")).content.decode()
    found = re.search(r'name="seen" value="([^"]+)"', page)
    assert found
    return found[1]


def recorded(official: OfficialIndex) -> None:
    """This is recorded, whatever was before."""
    record_official_index(
        an_assessment().pk,
        official,
        seen=state_of(known()),
        replacing=True,
        by=SYSTEM,
        at=MOMENT,
    )


def test_an_index_is_recorded_with_its_band_letter_and_day_and_a_line_in_the_log() -> None:
    """Once: the same sent again changes nothing."""
    browser = a_coordinator()
    told = TYPED | {"seen": seen(browser)}
    statuses = [browser.post(path_of(), told).status_code for _ in range(2)]
    lines = changes_of(an_assessment()).filter(deed="official_index_recorded")
    assert (statuses, known()) == ([302, 302], LETTER)
    assert [(each.old, each.new) for each in lines] == [({}, official_index_as_json(LETTER))]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"index": "tinggi"}, "tidak terbaca sebagai satu angka"),
        ({"index": "1,234"}, "tidak terbaca sebagai satu angka"),
        ({"index": "100,01"}, "“100.01” bukan indeks"),
        ({"index": "-1"}, "“-1” bukan indeks"),
        ({"index": "61,2512"}, "“61.2512” bukan indeks"),
        ({"index": ""}, "Indeksnya belum ada"),
        (dict.fromkeys(TYPED, ""), "Indeksnya belum ada"),
        ({"source": ""}, "Sumbernya belum ada"),
        ({"band": "Terhebat"}, "Terhebat"),
        ({"day": "kemarin"}, "Pilih tanggalnya dari kalender"),
        ({"day": (now() + timedelta(days=3)).date().isoformat()}, "belum tiba"),
        ({"day": "0202-01-01"}, "terlalu lama"),
    ],
)
def test_what_is_no_index_is_refused_and_stays_typed(told: dict[str, str], sentence: str) -> None:
    """With the sentence beside its field; nothing is recorded."""
    browser = a_coordinator()
    answer = browser.post(path_of(), TYPED | {"seen": seen(browser)} | told)
    page = answer.content.decode()
    assert (answer.status_code, sentence in plain(page), known()) == (422, True, OfficialIndex())
    assert 'value="Surat 7"' in page or "source" in told


@pytest.mark.parametrize("index", ["0", "100", "58.11"])
def test_the_ends_of_the_scale_are_indices(index: str) -> None:
    """And stand on the start page of the leader, zero too."""
    recorded(OfficialIndex(index=Decimal(index), source="Surat"))
    leader = signed_in(appointed(Role.LEADER, a_region()))
    page = plain(leader.get("/kerja/").content.decode())
    shown = f"{Decimal(index):.2f}".replace(".", ",")
    assert f"Hasil resmi 2026 {shown} dicatat koordinator" in page


def test_another_value_asks_with_both_and_replaces_only_when_told_to() -> None:
    """The old one stays in the log."""
    recorded(LETTER)
    browser = a_coordinator()
    told = TYPED | {"index": "62", "seen": seen(browser)}
    asked = browser.post(path_of(), told)
    page = plain(asked.content.decode())
    assert (asked.status_code, known()) == (200, LETTER)
    assert "Semula 61,25 · Inovatif · Surat 7 · 30 Juni 2026 Menjadi 62,00 · Inovatif" in page
    assert browser.post(path_of(), told | {"ganti": "ya"}).status_code == 302
    latest = changes_of(an_assessment())[0]
    assert isinstance(latest.old, dict)
    assert isinstance(latest.new, dict)
    assert (latest.old["index"], latest.new["index"]) == ("61.25", "62")


def test_what_is_recorded_is_taken_back_only_when_told_to() -> None:
    """By emptying everything."""
    recorded(LETTER)
    browser = a_coordinator()
    told = {"index": "", "band": "", "source": "", "day": "", "seen": seen(browser)}
    assert "tidak ada yang tercatat" in plain(browser.post(path_of(), told).content.decode())
    assert known() == LETTER
    done = browser.post(path_of(), told | {"ganti": "ya"}, follow=True)
    assert ("dicabut" in done.content.decode(), known()) == (True, OfficialIndex())


def test_what_was_typed_on_an_old_page_is_refused_even_when_told_to_replace() -> None:
    """It shows what stands now; what was typed stays."""
    browser = a_coordinator()
    old = seen(browser)
    recorded(LETTER)
    told = {"index": "70", "source": "Portal", "seen": old, "ganti": "ya"}
    answer = browser.post(path_of(), told)
    page = answer.content.decode()
    assert (answer.status_code, known()) == (422, LETTER)
    assert "berubah sejak halaman ini dibuka" in plain(page)
    assert "61,25 · Inovatif · Surat 7 · 30 Juni 2026" in plain(page)
    assert 'value="Portal"' in page
    with pytest.raises(PragolaError):
        record_official_index(
            an_assessment().pk,
            OfficialIndex(index=Decimal(70), source="Portal"),
            seen=old,
            replacing=True,
            by=SYSTEM,
            at=MOMENT,
        )


def test_only_the_coordinator_records() -> None:
    """Others read it where they work."""
    unit = a_unit()
    people = [
        appointed(Role.OPERATOR, unit),
        appointed(Role.HEAD, unit),
        appointed(Role.VERIFIER, a_region()),
        appointed(Role.LEADER, a_region()),
    ]
    told = TYPED | {"seen": state_of(OfficialIndex())}
    statuses = {signed_in(each).post(path_of(), told).status_code for each in people}
    foreign = appointed(Role.COORDINATOR, a_region("33.17", "Kabupaten Rembang"))
    assert (statuses, signed_in(foreign).post(path_of(), told).status_code) == ({403}, 404)
    assert known() == OfficialIndex()


@pytest.mark.parametrize(
    ("language", "words"), [("id", "dicatat koordinator"), ("en", "recorded by the coordinator")]
)
def test_it_stands_beside_claimed_and_verified_wherever_they_stand(
    language: str, words: str
) -> None:
    """For the leader, the coordinator, and on the page of the assessment."""
    assessment = an_assessment()
    coordinator, leader = (
        signed_in(appointed(role, a_region())) for role in (Role.COORDINATOR, Role.LEADER)
    )
    pages = [
        (leader, "/kerja/"),
        (coordinator, "/kerja/"),
        (coordinator, f"/kerja/penilaian/{assessment.pk}/"),
        (leader, f"/penilaian/daerah-{assessment.pk}/"),
    ]
    for browser in (coordinator, leader):
        browser.post("/bahasa/", {"language": language})
    number = "61,25" if language == "id" else "61.25"

    def shown() -> list[tuple[bool, bool]]:
        texts = [plain(browser.get(path).content.decode()) for browser, path in pages]
        return [(number in text, words in text) for text in texts]

    before = shown()
    recorded(LETTER)
    assert (before, shown()) == ([(False, False)] * 4, [(True, True)] * 4)


def test_a_published_index_stands_and_a_differing_one_is_told_beside_it() -> None:
    """The same one is not said twice."""
    own = OfficialIndex(index=Decimal("79.61"), band="Sangat Inovatif", source="Surat 9")
    same = OfficialIndex(index=Decimal("79.60"), source="Surat 9")
    (differing,) = [y for y in official_years("33.18", {"2025": own}) if y.year == "2025"]
    (agreeing,) = [y for y in official_years("33.18", {"2025": same}) if y.year == "2025"]
    assert (differing.index, differing.differs) == (Decimal("79.60"), True)
    assert (agreeing.index, agreeing.differs) == (Decimal("79.60"), False)
    assert [y.year for y in official_years("33.18", {})] == ["2022", "2025"]


def test_pages_show_both_where_the_published_one_differs() -> None:
    """The published one leads; the coordinator's has its own row."""
    assessment = an_assessment()
    own = OfficialIndex(index=Decimal("80.25"), source="Surat 9", day=date(2025, 12, 12))
    Assessment.objects.create(
        region=a_region(),
        edition="2025",
        edition_hash="",
        opened_at=MOMENT,
        official=official_index_as_json(own),
    )
    leader = signed_in(appointed(Role.LEADER, a_region()))
    start = plain(leader.get("/kerja/").content.decode())
    page = plain(leader.get(f"/penilaian/daerah-{assessment.pk}/").content.decode())
    told = "seperti diumumkan; koordinator mencatat angka lain: 80,25 · Surat 9 · 12 Desember 2025"
    assert f"Hasil resmi 2025 79,60 {told}" in start
    assert f"Hasil resmi 2025 79,60 Sangat Inovatif {told}" in page
    assert "2025 80,25 – dicatat koordinator; berbeda dari yang diumumkan: 79,60" in page


def test_the_page_asks_as_often_with_an_index_as_without(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """It is in the assessment's own row."""
    browser, path = a_coordinator(), path_of("")
    with django_assert_num_queries(5):
        browser.get(path)
    recorded(LETTER)
    with django_assert_num_queries(5):
        browser.get(path)


def test_the_latest_until_the_year_is_told_with_its_source(settings: Settings) -> None:
    """A later year's is not; the demonstration says that it is no figure of its own."""
    leader = signed_in(appointed(Role.LEADER, a_region()))
    now, before = (an_assessment(edition) for edition in ("2026", "2023"))
    paths = [f"/kerja/?penilaian={each.pk}" for each in (now, before)]
    real = [plain(leader.get(path).content.decode()) for path in paths]
    settings.DEMONSTRATION = True
    invented = [plain(leader.get(path).content.decode()) for path in paths]
    public = plain(leader.get(f"/penilaian/daerah-{now.pk}/").content.decode())
    assert ["Hasil resmi 2025 79,60 Politika, berita 695" in real[0], "79,60" in real[1]] == [
        True,
        False,
    ]
    assert "Hasil resmi 2022 58,11" in real[1]
    said = "Hasil resmi 2025 79,60 angka sungguhan (Politika, berita 695); angka lain di halaman"
    assert (said in invented[0], "sungguhan" in real[0]) == (True, False)
    assert "79,60 Sangat Inovatif angka sungguhan; jawaban di halaman ini rekaan" in public
