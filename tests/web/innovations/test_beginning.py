"""An innovation is begun once, carried into other years, and its assessment opened."""

from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim
from pragola.scoring.faults import PragolaError
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.actions.entries import begin_innovation, carry_over
from pragola.web.innovations.actions.fields import save_field
from pragola.web.innovations.actions.opening import open_assessment, set_target
from pragola.web.innovations.models import Assessment, Deadline, Door, Entry, EntryState
from pragola.web.innovations.queries.duplicates import likely_duplicates
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM, Jsonable, changes_of
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


def test_an_assessment_keeps_the_edition_it_was_opened_with() -> None:
    """Its hash is pinned, its target can change, and each year is opened once."""
    region = a_region()
    opened = open_assessment(region, edition="2026", target=Decimal("65.01"), by=SYSTEM, at=MOMENT)
    set_target(opened, target=Decimal(66), by=SYSTEM, at=MOMENT)
    assert opened.edition_hash == load_edition("2026").hash
    assert [(c.deed, c.old, c.new) for c in changes_of(opened)] == [
        ("target_set", "65.01", "66"),
        ("assessment_opened", None, {"edition": "2026", "target": "65.01"}),
    ]
    with pytest.raises(PragolaError) as caught:
        open_assessment(region, edition="2026", target=None, by=SYSTEM, at=MOMENT)
    assert caught.value.faults[0].code == "assessment_open_already"


def test_an_innovation_begins_as_a_draft_with_its_title() -> None:
    """The very same title in the same unit and year is refused."""
    unit, assessment = a_unit(), an_assessment()
    title = "Antrean Daring"
    entry = begin_innovation(unit, title=title, assessment=assessment, by=SYSTEM, at=MOMENT)
    assert (entry.state, entry.innovation.title) == (EntryState.DRAFT, "Antrean Daring")
    assert [(f.field, f.value) for f in entry.fields.all()] == [("nama", "Antrean Daring")]
    with pytest.raises(PragolaError) as caught:
        begin_innovation(unit, title="ANTREAN daring", assessment=assessment, by=SYSTEM, at=MOMENT)
    assert caught.value.faults[0].code == "innovation_exists"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Antrean Daring Puskesmas", ["Antrean Daring"]),
        ("daring antrean", ["Antrean Daring"]),
        ("Posyandu Keliling", []),
    ],
)
def test_likely_duplicates_are_found_by_title(title: str, found: list[str]) -> None:
    """In whatever order the words stand."""
    entry = an_entry(title="Antrean Daring")
    alike = likely_duplicates(entry.innovation.region, title=title)
    assert [each.title for each in alike] == found


def test_likely_duplicates_are_found_by_text_and_only_here() -> None:
    """Another government's innovations are nobody's business."""
    entry = an_entry(title="Sumur Sehat")
    text = "Warga mengambil air dari sumur bersama yang diperiksa kader setiap pekan"
    value: Jsonable = {"Permasalahan": text}
    save_field(entry.pk, "rancang_bangun", value, revision=0, by=SYSTEM, at=MOMENT)
    region = entry.innovation.region
    alike = likely_duplicates(region, title="Air Bersih", text=f"{text} tanpa biaya")
    assert [(each.title, each.by_text) for each in alike] == [("Sumur Sehat", True)]
    elsewhere = a_region("33.19", "Kabupaten Kudus")
    assert likely_duplicates(elsewhere, title="Sumur Sehat", text=text) == ()


@pytest.mark.parametrize("number", [1, 3])
def test_duplicates_take_the_same_queries_for_one_and_three(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Years and innovations."""
    for each in range(number):
        entry = an_entry(title=f"Inovasi {each}")
    region = entry.innovation.region
    with django_assert_num_queries(2):
        likely_duplicates(region, title="Inovasi")


def test_the_form_shows_what_is_alike_before_it_makes_a_new_one() -> None:
    """The second step makes it all the same."""
    unit = a_unit()
    an_entry(unit, title="Antrean Daring")
    client = signed_in(appointed(Role.OPERATOR, unit))
    sent = {"title": "Antrean Daring Baru", "assessment": Assessment.objects.get().pk}
    page = f"/kerja/unit/{unit.pk}/inovasi-baru/"
    shown = client.post(page, sent).content.decode()
    assert ("Apakah inovasi ini sudah ada?" in shown, Entry.objects.count()) == (True, 1)
    made = client.post(page, sent | {"tetap": "1"})
    entry = Entry.objects.latest("pk")
    assert (made["Location"], Entry.objects.count()) == (f"/kerja/entri/{entry.pk}/", 2)


def filled(edition: str) -> Entry:
    """An entry with a choice that may go, a text, and three claims."""
    entry = an_entry(edition=edition)
    for field, value in (("bentuk", "Pelayanan publik"), ("tujuan", "Sehat")):
        save_field(entry.pk, field, value, revision=0, by=SYSTEM, at=MOMENT)
    claims = {"SID-01": Claim(level=2), "SID-04": Claim(level=3), "SID-18": Claim(level=1)}
    for code, claim in claims.items():
        save_claim(entry.pk, code, claim=claim, note="", revision=0, by=SYSTEM, at=MOMENT)
    return entry


def test_what_is_still_valid_is_carried_over_and_the_rest_is_marked() -> None:
    """2023 to 2026: a choice that is gone is left empty, proofs of certain years are marked."""
    former = filled("2023")
    target = an_assessment("2026")
    entry = carry_over(former.innovation, assessment=target, by=SYSTEM, at=MOMENT)
    assert {f.field: (f.value, f.renew) for f in entry.fields.all()} == {
        "bentuk": ("", True),
        "tujuan": ("Sehat", False),
    }
    assert {c.indicator: (c.level, c.renew) for c in entry.claims.all()} == {
        "SID-01": (2, True),
        "SID-04": (3, True),
        "SID-18": (1, True),
    }
    assert [c.deed for c in changes_of(entry)] == ["entry_carried_over"]


def test_a_year_without_changed_rules_marks_only_what_is_of_certain_years() -> None:
    """2026 to 2027, whose indicators are the same."""
    former = filled("2026")
    target = an_assessment("2027")
    entry = carry_over(former.innovation, assessment=target, by=SYSTEM, at=MOMENT)
    marked = {c.indicator: c.renew for c in entry.claims.all()}
    assert marked == {"SID-01": True, "SID-04": False, "SID-18": False}


def test_an_innovation_is_carried_into_a_year_once() -> None:
    """And only from an earlier one."""
    former = filled("2026")
    for target in (an_assessment("2026"), an_assessment("2023")):
        with pytest.raises(PragolaError) as caught:
            carry_over(former.innovation, assessment=target, by=SYSTEM, at=MOMENT)
        assert caught.value.faults[0].code == "entry_carried_already"


def test_carrying_over_is_confirmed_and_warns_at_the_third_year() -> None:
    """One page, one step; the warning bears the mark of our reading."""
    former = filled("2023")
    an_entry_of_2026 = carry_over(
        former.innovation, assessment=an_assessment("2026"), by=SYSTEM, at=MOMENT
    )
    third = an_assessment("2027")
    client = signed_in(appointed(Role.OPERATOR, former.innovation.unit))
    page = f"/kerja/inovasi/{former.innovation_id}/bawa/{third.pk}/"
    html = client.get(page).content.decode()
    assert ("Ini penilaian ke-3" in html, "mark-ours" in html) == (True, True)
    answer = client.post(page)
    latest = Entry.objects.latest("pk")
    assert (answer["Location"], latest.assessment) == (f"/kerja/entri/{latest.pk}/", third)
    assert latest != an_entry_of_2026


def test_a_word_that_most_titles_bear_makes_none_of_them_alike() -> None:
    """As where every title of a demonstration says that it is invented."""
    unit = a_unit()
    things = ("Sumur", "Kebun", "Arsip", "Perpustakaan Perahu", "Posyandu", "Pasar", "Parkir")
    for thing in (*things, "Sekolah", "Irigasi", "Sampah", "Gizi"):
        entry = an_entry(unit, title=f"{thing} (rekaan)")
    region = entry.innovation.region
    found = likely_duplicates(region, title="Rujukan Perahu (rekaan)")
    same = likely_duplicates(region, title="Perahu Perpustakaan (rekaan)")
    assert (found, [each.title for each in same]) == ((), ["Perpustakaan Perahu (rekaan)"])


def test_what_is_alike_is_shown_with_year_and_state_and_a_way_to_ones_own() -> None:
    """Another unit's is named without a link that would lead nowhere."""
    own, other = a_unit("Puskesmas Sendiri"), a_unit("Puskesmas Lain")
    mine = an_entry(own, title="Antrean Daring")
    theirs = an_entry(other, title="Antrean Daring Cepat", state=EntryState.SUBMITTED)
    client = signed_in(appointed(Role.OPERATOR, own))
    sent = {"title": "Antrean Daring Baru", "assessment": mine.assessment_id}
    html = client.post(f"/kerja/unit/{own.pk}/inovasi-baru/", sent).content.decode()
    links = [f"/kerja/entri/{entry.pk}/" in html for entry in (mine, theirs)]
    assert (links, "Puskesmas Lain · 2026 Diajukan" in html) == ([True, False], True)


def test_nothing_begins_in_a_year_whose_door_is_closed() -> None:
    """The form offers only years to which the unit can still submit."""
    unit, over = a_unit(), an_assessment("2023")
    Deadline.objects.create(assessment=over, door=Door.SUBMIT, closes_at=MOMENT)
    client = signed_in(appointed(Role.OPERATOR, unit))
    sent = {"title": "Terlambat", "assessment": over.pk}
    answer = client.post(f"/kerja/unit/{unit.pk}/inovasi-baru/", sent)
    assert (answer.status_code, Entry.objects.count()) == (422, 0)


def test_no_innovation_is_brought_back_into_an_earlier_year() -> None:
    """There is no such page."""
    entry = an_entry(edition="2026")
    earlier = an_assessment("2023")
    client = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    page = f"/kerja/inovasi/{entry.innovation_id}/bawa/{earlier.pk}/"
    assert client.get(page).status_code == 404


def test_a_closed_unit_keeps_its_innovations_and_brings_none_into_a_new_year() -> None:
    """It takes nothing new; the way there is not offered either."""
    entry = an_entry(edition="2023")
    later = an_assessment("2026")
    unit = entry.innovation.unit
    operator = signed_in(appointed(Role.OPERATOR, unit))
    page = f"/kerja/inovasi/{entry.innovation_id}/bawa/{later.pk}/"
    before = (page in operator.get("/kerja/").content.decode(), operator.get(page).status_code)
    unit.closed_on = MOMENT.date()
    unit.save()
    after = (page in operator.get("/kerja/").content.decode(), operator.post(page).status_code)
    assert (before, after, Entry.objects.count()) == ((True, 200), (False, 403), 1)
    assert operator.get(f"/kerja/entri/{entry.pk}/").status_code == 200


def test_a_double_click_begins_one_innovation() -> None:
    """And leads to it, instead of warning of itself; somebody else is warned."""
    unit, assessment = a_unit(), an_assessment()
    first, second = (signed_in(appointed(Role.OPERATOR, unit)) for _ in range(2))
    page = f"/kerja/unit/{unit.pk}/inovasi-baru/"
    told = {"title": "Antrean Daring", "text": "", "assessment": assessment.pk}
    answers = [client.post(page, told) for client in (first, first, second)]
    entry = Entry.objects.get()
    assert [(each.status_code, each.get("Location")) for each in answers] == [
        (302, f"/kerja/entri/{entry.pk}/"),
        (302, f"/kerja/entri/{entry.pk}/"),
        (200, None),
    ]
