"""Fields of the profile are saved one by one, by nobody over somebody else."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pragola.rulebooks import load_edition
from pragola.scoring.edition import FieldKind
from pragola.scoring.faults import PragolaError
from pragola.web.innovations.actions.fields import save_field
from pragola.web.innovations.actions.saving import EntryLockedError, StaleSaveError
from pragola.web.innovations.eligibility import hints_of
from pragola.web.innovations.models import Entry, EntryState, FieldValue
from pragola.web.innovations.profile_values import (
    as_words,
    choices_of,
    field_of,
    posted_value,
    words_in,
)
from pragola.web.regions.models import Person, Role
from pragola.web.shared.audit import Author, Jsonable, changes_of
from pragola.wording import Language
from tests.web.workplace import MOMENT, a_person, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db

EDITION = load_edition("2026")
VALUES: dict[FieldKind, tuple[list[str], Jsonable]] = {
    FieldKind.TEXT: ([" Sumur Sehat "], "Sumur Sehat"),
    FieldKind.DATE: (["2025-03-14"], "2025-03-14"),
    FieldKind.LONG_TEXT: (["satu\r\ndua"], "satu\ndua"),
}


def save(entry: Entry, field: str, value: Jsonable, *, revision: int, by: Person) -> FieldValue:
    """Save as an operator does."""
    author = Author(by, Role.OPERATOR)
    return save_field(entry.pk, field, value, revision=revision, by=author, at=MOMENT)


@pytest.mark.parametrize("field", EDITION.profile, ids=lambda field: field.id)
def test_every_field_of_the_edition_holds_what_was_posted(field: object) -> None:
    """Each kind, in the edition's own parts and choices."""
    known = next(each for each in EDITION.profile if each is field)
    if known.kind is FieldKind.FILE:
        with pytest.raises(PragolaError):
            field_of(EDITION, known.id)
        return
    posted, expected = VALUES.get(known.kind, ([], ""))
    names = {known.id: posted}
    if known.kind is FieldKind.COORDINATES:
        names = {f"{known.id}.0": ["-6,7559"], f"{known.id}.1": ["111.038"]}
        expected = {"Lintang": "-6.755900", "Bujur": "111.038000"}
    elif known.parts:
        names = {f"{known.id}.{number}": ["kata"] for number in range(len(known.parts))}
        expected = dict.fromkeys(known.parts, "kata")
    elif known.kind in (FieldKind.CHOICE, FieldKind.CHOICES):
        first = choices_of(EDITION, known)[0]
        names, expected = {known.id: [first]}, first
        expected = [first] if known.kind is FieldKind.CHOICES else first
    assert posted_value(EDITION, known, names) == expected


@pytest.mark.parametrize(
    ("field", "posted", "code"),
    [
        ("tahapan", {"tahapan": ["Mimpi"]}, "field_choice_unknown"),
        ("waktu_uji_coba", {"waktu_uji_coba": ["14/03/2025"]}, "field_date_bad"),
        ("koordinat", {"koordinat.0": ["96"], "koordinat.1": ["1"]}, "field_coordinates_bad"),
        ("koordinat", {"koordinat.0": ["selatan"], "koordinat.1": [""]}, "field_coordinates_bad"),
        ("koordinat", {"koordinat.0": ["NaN"], "koordinat.1": [""]}, "field_coordinates_bad"),
        ("nama", {"nama": ["n" * 301]}, "field_too_long"),
    ],
)
def test_what_a_field_cannot_hold_is_refused(
    field: str, posted: dict[str, list[str]], code: str
) -> None:
    """By the code of what is wrong."""
    with pytest.raises(PragolaError) as caught:
        posted_value(EDITION, field_of(EDITION, field), posted)
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_save_is_the_next_revision_and_a_line_in_the_log() -> None:
    """With old and new, and the title of the innovation follows its field."""
    entry = an_entry(title="Lama")
    person = appointed(Role.OPERATOR, entry.innovation.unit)
    first = save(entry, "nama", "Baru", revision=0, by=person)
    second = save(entry, "nama", "Terbaru", revision=1, by=person)
    assert (first.revision, second.revision) == (1, 2)
    assert [(c.deed, c.part, c.old, c.new, c.acting_as) for c in changes_of(entry)] == [
        ("field_saved", "nama", "Baru", "Terbaru", "operator"),
        ("field_saved", "nama", None, "Baru", "operator"),
    ]
    entry.innovation.refresh_from_db()
    assert entry.innovation.title == "Terbaru"


def test_the_same_save_again_changes_nothing() -> None:
    """Its answer was lost on the way: sent again it is confirmed, whatever its revision."""
    entry = an_entry()
    person = appointed(Role.OPERATOR, entry.innovation.unit)
    save(entry, "tujuan", "Sehat", revision=0, by=person)
    again = save(entry, "tujuan", "Sehat", revision=0, by=person)
    assert (again.revision, len(changes_of(entry))) == (1, 1)


def test_a_stale_save_is_refused_with_both_texts() -> None:
    """Nothing is overwritten; who is late learns what stands there and by whom."""
    entry = an_entry()
    early, late = (appointed(Role.OPERATOR, entry.innovation.unit) for _ in range(2))
    save(entry, "tujuan", "Punya Ani", revision=0, by=early)
    with pytest.raises(StaleSaveError) as caught:
        save(entry, "tujuan", "Punya Budi", revision=0, by=late)
    told = caught.value
    assert (told.mine, told.theirs, told.revision, told.saved_by) == (
        "Punya Budi",
        "Punya Ani",
        1,
        early,
    )
    assert FieldValue.objects.get(entry=entry, field="tujuan").value == "Punya Ani"


@pytest.mark.parametrize(
    "state", [state for state in EntryState if state not in ("draft", "returned")]
)
def test_nothing_is_saved_in_an_entry_that_is_not_open(state: EntryState) -> None:
    """Submitted is locked."""
    entry = an_entry(state=state)
    person = appointed(Role.OPERATOR, entry.innovation.unit)
    with pytest.raises(EntryLockedError):
        save(entry, "tujuan", "Sehat", revision=0, by=person)


def script(
    client: Client, entry: Entry, field: str, value: str, revision: int
) -> tuple[int, dict[str, Any]]:
    """What a script gets for a save."""
    sent = {field: value, "revision": revision}
    answer = client.post(f"/kerja/entri/{entry.pk}/isian/{field}/", sent)
    return answer.status_code, answer.json()


def test_a_script_saves_a_field_and_learns_of_conflicts() -> None:
    """200 with the revision, 409 with both sides, 422 with the sentence, 423 when locked."""
    entry = an_entry()
    client = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    status, told = script(client, entry, "tujuan", "Sehat", 0)
    assert (status, told["revision"], "sesudah-tujuan" in told["parts"]) == (200, 1, True)
    status, told = script(client, entry, "tujuan", "Kuat", 0)
    assert (status, told["mine"], told["theirs"], told["revision"]) == (409, "Kuat", "Sehat", 1)
    status, told = script(client, entry, "waktu_uji_coba", "kemarin", 0)
    assert (status, "bukan tanggal" in told["said"]) == (422, True)
    Entry.objects.filter(pk=entry.pk).update(state=EntryState.SUBMITTED)
    assert script(client, entry, "tujuan", "Kuat", 1)[0] == 423


def test_the_whole_form_saves_what_it_can_and_shows_the_rest_side_by_side() -> None:
    """Without a script: one stale field does not keep the others from being saved."""
    entry = an_entry()
    person = appointed(Role.OPERATOR, entry.innovation.unit)
    save(entry, "tujuan", "Yang tersimpan", revision=0, by=person)
    posted = {"tujuan": "Punya saya", "revision.tujuan": "0"}
    posted |= {"manfaat": "Cepat", "revision.manfaat": "0"}
    answer = signed_in(person).post(f"/kerja/entri/{entry.pk}/", posted)
    html = answer.content.decode()
    saved = dict(FieldValue.objects.filter(entry=entry).values_list("field", "value"))
    assert (answer.status_code, saved) == (409, {"tujuan": "Yang tersimpan", "manfaat": "Cepat"})
    assert ("Punya saya" in html, "Yang tersimpan" in html) == (True, True)


def test_two_people_see_what_the_other_saved() -> None:
    """The pulse tells every part's revision with who saved it."""
    entry = an_entry()
    person = appointed(Role.OPERATOR, entry.innovation.unit)
    save(entry, "tujuan", "Sehat", revision=0, by=person)
    told = signed_in(person).get(f"/kerja/entri/{entry.pk}/denyut/").json()
    assert told["state"] == "draft"
    part = told["parts"]["tujuan"]
    assert (part["revision"], person.name in part["when"]) == (1, True)


@pytest.mark.parametrize("number", [1, 3])
def test_the_profile_takes_the_same_queries_for_one_and_three_fields(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """However much has been written."""
    entry = an_entry(a_unit())
    person = appointed(Role.OPERATOR, entry.innovation.unit)
    for field in ("tujuan", "manfaat", "hasil")[:number]:
        save(entry, field, "Sehat", revision=0, by=person)
    client = signed_in(person)
    with django_assert_num_queries(11):
        client.get(f"/kerja/entri/{entry.pk}/")


def test_values_are_words_for_people() -> None:
    """Parts with their names, choices in a row, words counted over all parts."""
    told: Jsonable = {"Dasar hukum": "Perda satu", "Isu strategis": ""}
    assert (as_words(told), as_words(["a", "b"]), words_in(told)) == (
        "Dasar hukum: Perda satu",
        "a; b",
        2,
    )


def test_an_empty_form_saves_nothing_and_what_cannot_be_saved_stays_typed() -> None:
    """Without a script: fields left empty make no rows, a bad value is there to be mended."""
    entry = an_entry()
    client = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    posted = {"manfaat": "", "revision.manfaat": "0"}
    posted |= {"koordinat.0": "selatan", "koordinat.1": "", "revision.koordinat": "0"}
    answer = client.post(f"/kerja/entri/{entry.pk}/", posted)
    told = (answer.status_code, 'value="selatan"' in answer.content.decode())
    assert (told, FieldValue.objects.count()) == ((422, True), 0)


def test_a_form_that_comes_too_late_shows_what_was_typed() -> None:
    """The entry was submitted meanwhile: nothing is saved, nothing that was written is gone."""
    entry = an_entry(state=EntryState.SUBMITTED)
    client = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    posted = {"manfaat": "Cepat sekali", "revision.manfaat": "0"}
    answer = client.post(f"/kerja/entri/{entry.pk}/", posted)
    told = (answer.status_code, "Cepat sekali" in answer.content.decode())
    assert (told, FieldValue.objects.count()) == ((422, True), 0)


@pytest.mark.parametrize(("ticked", "renew"), [([], True), (["tujuan"], False)])
def test_what_was_carried_over_is_confirmed_only_where_somebody_says_so(
    *, ticked: list[str], renew: bool
) -> None:
    """The whole form is posted with everything in it; only what is ticked was looked at."""
    entry = an_entry()
    person = appointed(Role.OPERATOR, entry.innovation.unit)
    save(entry, "tujuan", "Sehat", revision=0, by=person)
    FieldValue.objects.update(renew=True)
    posted = {"tujuan": "Sehat", "revision.tujuan": "1", "masih_berlaku": ticked}
    signed_in(person).post(f"/kerja/entri/{entry.pk}/", posted)
    assert FieldValue.objects.get().renew is renew


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"tahapan": "Uji Coba"}, ["tahapan"]),
        ({"tahapan": "Penerapan", "waktu_penerapan_awal": "2025-03-14"}, []),
        ({"waktu_penerapan_awal": "2026-02-01"}, ["waktu_penerapan_awal"]),
        ({"waktu_penerapan_awal": "2021-02-01"}, ["waktu_pengembangan_terbaru"]),
        (
            {"waktu_penerapan_awal": "2021-02-01", "waktu_pengembangan_terbaru": "2024-05-02"},
            [],
        ),
        (
            {"waktu_penerapan_awal": "2021-02-01", "waktu_pengembangan_terbaru": "2022-05-02"},
            ["waktu_pengembangan_terbaru"],
        ),
    ],
)
def test_what_would_not_be_assessed_is_said_at_its_field(
    values: dict[str, Jsonable], fields: list[str]
) -> None:
    """By the stages and the window of the edition, each with what it rests on."""
    hints = hints_of(EDITION, values, Language.INDONESIAN)
    assert [hint.field for hint in hints] == fields


def test_people_at_the_same_entry_see_each_other(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """By name, in eight queries, and nobody sees themselves."""
    entry = an_entry()
    head = a_person("Kepala Contoh")
    appointed(Role.HEAD, entry.innovation.unit, person=head)
    clients = [signed_in(appointed(Role.OPERATOR, entry.innovation.unit)), signed_in(head)]
    told = []
    for client in (*clients, clients[0]):
        with django_assert_num_queries(8):
            told.append(client.get(f"/kerja/entri/{entry.pk}/denyut/").json()["here"])
    assert told == [[], ["Operator Contoh"], ["Kepala Contoh"]]
