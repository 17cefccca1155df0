"""What is nearly the same is found among everything there is, once, and follows its sides."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from pragola.web.evidence.actions.inspecting import inspect_next
from pragola.web.evidence.actions.likeness import VERSION, liken_next, want_likeness
from pragola.web.evidence.actions.uses import carry_uses, remove_use
from pragola.web.evidence.models import Band, Evidence, Fingerprint, Likeness, PageText, Sketch
from pragola.web.evidence.queries.near import near_to
from pragola.web.innovations.models import Entry, FieldValue
from pragola.web.shared.audit import SYSTEM
from tests.web.evidence.alike import (
    FAR,
    OTHER_SOP,
    SOP,
    a_photo,
    a_report,
    a_text,
    describe,
    liken,
    proves,
    scene,
)
from tests.web.evidence.test_evidence import a_file
from tests.web.workplace import MOMENT, a_region, a_unit, an_entry

pytestmark = pytest.mark.django_db

type Execute = Callable[..., object]


def told() -> list[tuple[str, int, str, int, int]]:
    """All pairs that concern several innovations: how, gravity, kind, how many, regions."""
    rows = Likeness.objects.filter(innovations__gt=1)
    fields = ("how", "gravity", "kind", "innovations", "regions")
    return sorted(rows.values_list(*fields))


def two_units() -> tuple[Entry, Entry]:
    """Two innovations of two units of one government."""
    return an_entry(a_unit("Puskesmas A")), an_entry(a_unit("Puskesmas B"), title="Lain")


def test_the_same_photograph_of_two_innovations_is_a_pair_with_itself() -> None:
    """Of a kind of which each has its own."""
    file = a_photo(1)
    for entry in two_units():
        proves(file, entry, photo=True)
    liken()
    assert told() == [("same", 2, "photo", 2, 1)]


def test_a_photograph_made_smaller_is_found_and_another_one_is_not() -> None:
    """Whoever came first."""
    first, second = two_units()
    proves(a_photo(1), first, photo=True)
    proves(a_photo(2), first, photo=True)
    liken()
    assert told() == []
    proves(a_photo(1, 400), second, photo=True)
    liken()
    assert told() == [("picture", 2, "photo", 2, 1)]


def test_a_text_with_a_few_other_words_is_found() -> None:
    """An SOP belongs to one innovation, by what the indicator asks for."""
    first, second = two_units()
    proves(a_text(SOP), first, "SID-13")
    proves(a_text(FAR), first, "SID-13")
    proves(a_text(OTHER_SOP), second, "SID-13")
    liken()
    assert told() == [("text", 2, "procedure", 2, 1)]
    assert Likeness.objects.get(innovations=2).percent == 99


def test_a_photograph_pasted_into_two_reports_is_found_with_both_pages() -> None:
    """And one that is a file of its own; each innovation has its own photographs."""
    first, second = two_units()
    proves(a_report(SOP, 5, 1), first, "SID-04")
    proves(a_report(FAR, 1), second, "SID-04")
    proves(a_photo(5, 500), second, "SID-10", photo=True)
    proves(a_report(f"{FAR} lain", 8), second, "SID-04")
    liken()
    assert told() == [("photo", 2, "photo", 2, 1), ("photo", 2, "photo", 2, 1)]
    rows = Likeness.objects.filter(innovations__gt=1)
    pages = {(row.one_file_id, row.other_file_id): (row.one_page, row.other_page) for row in rows}
    ours = Evidence.objects.filter(unit=first.innovation.unit).values_list("file", flat=True)
    assert sorted(p if ends[0] in ours else p[::-1] for ends, p in pages.items()) == [
        (1, 1),
        (2, 1),
    ]


def test_a_decree_may_serve_many() -> None:
    """It is told as usual; one row, however many use it."""
    decree = a_text(SOP)
    unit = a_unit()
    for number in range(5):
        proves(decree, an_entry(unit, title=f"Inovasi {number}"), "SID-01")
    liken()
    assert told() == [("same", 0, "regulation", 5, 1)]


def test_an_innovation_may_show_its_own_proof_year_after_year() -> None:
    """The same file, or the same picture sent anew: it stays one innovation's."""
    unit = a_unit()
    old = an_entry(unit, edition="2023")
    new = Entry.objects.create(
        innovation=old.innovation,
        assessment=an_entry(unit, edition="2026").assessment,
        begun_at=MOMENT,
        touched_at=MOMENT,
    )
    proves(a_photo(1), old, photo=True)
    carry_uses(old, new, by=SYSTEM, at=MOMENT)
    proves(a_photo(1, 400), new, photo=True)
    liken()
    assert told() == []
    assert Likeness.objects.get().how == "picture"


def test_the_other_government_is_counted() -> None:
    """Where the same photograph is shown in two of them."""
    far = an_entry(a_unit("Puskesmas C", region=a_region("33.19", "Kabupaten Kudus")))
    file = a_photo(1)
    for entry in (an_entry(), far):
        proves(file, entry, photo=True)
    liken()
    assert told() == [("same", 2, "photo", 2, 2)]


def test_what_is_taken_off_counts_no_more_and_counts_again_when_it_is_back() -> None:
    """The measure is kept, whose it is follows."""
    first, second = two_units()
    proves(a_photo(1), first, photo=True)
    other = a_photo(1, 400)
    used = proves(other, second, photo=True)
    liken()
    assert len(told()) == 1
    remove_use(used, by=SYSTEM, at=MOMENT)
    liken()
    assert (told(), Likeness.objects.count()) == ([], 1)
    proves(other, second, photo=True)
    liken()
    assert told() == [("picture", 2, "photo", 2, 1)]


def test_done_twice_it_is_the_same() -> None:
    """Also where a worker died after every step."""
    first, second = two_units()
    proves(a_photo(1), first, photo=True)
    proves(a_photo(1, 400), second, photo=True)
    liken()
    before = list(Likeness.objects.values()), Band.objects.count()
    for version in (VERSION, 0):
        Sketch.objects.update(wanted=F("done") + 1, version=version)
        if not version:
            Band.objects.all().delete()
        liken()
        assert (list(Likeness.objects.values()), Band.objects.count()) == before


def test_what_one_holds_another_does_not_take_until_the_first_is_long_dead() -> None:
    """The row is taken by a compare-and-set."""
    proves(a_photo(1), an_entry(), photo=True)
    Sketch.objects.update(taken_at=MOMENT)
    assert not liken_next(clock=lambda: MOMENT)
    Sketch.objects.update(taken_at=MOMENT.replace(day=1, month=6))
    assert liken_next(clock=lambda: MOMENT)


def test_what_is_wanted_while_a_worker_is_at_it_is_done_the_next_time() -> None:
    """It writes the number it began with, so what was added meanwhile still waits."""
    file = a_photo(1)
    proves(file, an_entry(), photo=True)
    asked: list[str] = []

    def meanwhile(execute: Execute, sql: str, *rest: object) -> object:
        if "evidence_band" in sql and not asked:
            asked.append(sql)
            want_likeness(file.pk)
        return execute(sql, *rest)

    with connection.execute_wrapper(meanwhile):
        assert liken_next(clock=lambda: MOMENT)
    assert [liken_next(clock=lambda: MOMENT) for _turn in range(2)] == [True, False]


def test_a_new_version_of_the_check_looks_everything_up_again() -> None:
    """And only then."""
    proves(a_photo(1), an_entry(), photo=True)
    assert liken() > 0
    assert liken() == 0
    Sketch.objects.update(version=VERSION - 1 or 99)
    assert liken() > 0


def test_other_fingerprints_change_the_pairs() -> None:
    """A scan that is read better than before may be another text after all."""
    first, second = two_units()
    proves(a_text(SOP), first, "SID-13")
    other = a_text(OTHER_SOP)
    proves(other, second, "SID-13")
    liken()
    assert len(told()) == 1
    PageText.objects.filter(file=other).update(text=FAR)
    Fingerprint.objects.filter(file=other).update(
        value=Fingerprint.objects.get(file=a_text(FAR + " lagi")).value
    )
    want_likeness(other.pk)
    liken()
    assert (told(), Likeness.objects.count()) == ([], 0)


def test_two_innovations_that_describe_themselves_alike_are_a_pair() -> None:
    """Graver within one government; it follows what is written."""
    first, second = two_units()
    far = an_entry(a_unit(region=a_region("33.19", "Kabupaten Kudus")), title="Jauh")
    describe(first, SOP)
    describe(second, OTHER_SOP)
    describe(far, SOP)
    liken()
    assert told() == [
        ("innovation", 1, "", 2, 2),
        ("innovation", 1, "", 2, 2),
        ("innovation", 2, "", 2, 1),
    ]
    FieldValue.objects.filter(entry=second).update(value={"Uraian": FAR})
    Entry.objects.filter(pk=second.pk).update(touched_at=MOMENT.replace(year=2027))
    liken()
    assert told() == [("innovation", 1, "", 2, 2)]


def test_a_lookup_asks_the_same_number_of_questions_among_many() -> None:
    """Only what shares a key is read."""
    own = a_photo(1)
    proves(own, an_entry(), photo=True)
    proves(a_photo(1, 400), an_entry(), photo=True)
    liken()
    sketch = Sketch.objects.get(file=own)
    with CaptureQueriesContext(connection) as among_two:
        assert len(near_to(sketch)) == 1
    unit = a_unit()
    for seed in range(2, 12):
        proves(a_photo(seed, 200), an_entry(unit, title=f"Inovasi {seed}"), photo=True)
    liken()
    with CaptureQueriesContext(connection) as among_twelve:
        assert len(near_to(sketch)) == 1
    assert len(among_two) == len(among_twelve) == 3


def test_inspection_leads_to_it() -> None:
    """From the bytes alone: what was sent, inspected and then compared."""
    first, second = two_units()
    for entry, width in ((first, 1200), (second, 600)):
        proves(a_file(scene(3, width), "image/jpeg"), entry, "SID-10")
    while inspect_next(clock=lambda: MOMENT):
        pass
    liken()
    assert told() == [("picture", 2, "photo", 2, 1)]
