"""Claims are saved as the edition can read them, and are worth what the engine says."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from pragola.demonstration import demonstration
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Claim, Status
from pragola.scoring.edition import Indicator
from pragola.scoring.faults import PragolaError
from pragola.scoring.margins import margins_of
from pragola.scoring.measure import periods_needed
from pragola.scoring.results import MarginKind
from pragola.scoring.score import score
from pragola.web.innovations.actions.claims import save_claim
from pragola.web.innovations.actions.saving import EntryLockedError, StaleSaveError
from pragola.web.innovations.claim_values import claim_of
from pragola.web.innovations.forms.claims import posted_claim
from pragola.web.innovations.models import Claim as ClaimRow
from pragola.web.innovations.models import Entry, EntryState
from pragola.web.innovations.queries.answers import answers_of
from pragola.web.innovations.queries.claims import claims_part
from pragola.web.innovations.queries.missing import missing_of
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM, changes_of
from pragola.web.shared.numbers import figure
from pragola.wording import Language
from tests.web.workplace import MOMENT, a_unit, an_entry, appointed, signed_in

pytestmark = pytest.mark.django_db


def save(
    entry: Entry, code: str, claim: Claim | None, *, revision: int = 0, note: str = ""
) -> ClaimRow:
    """Save as the system does."""
    return save_claim(
        entry.pk, code, claim=claim, note=note, revision=revision, by=SYSTEM, at=MOMENT
    )


def claims_for(indicator: Indicator) -> list[Claim]:
    """A claim of every kind that an indicator takes."""
    found = [Claim(level=1)] if not indicator.bases else []
    measures = [(None, indicator.measure)] if indicator.measure else []
    for base, measure in [*measures, *((b.id, b.measure) for b in indicator.bases)]:
        years = periods_needed(measure)
        figures = tuple((year, Decimal(100 - 3 * n)) for n, year in enumerate(years))
        value = None if years else measure.cuts[0].min or measure.cuts[0].max
        found.append(Claim(base=base, value=value, periods=figures))
        found.append(Claim(base=base, level=2))
    return found


@pytest.mark.parametrize("edition", ["2023", "2026"])
def test_every_kind_of_claim_reads_back_as_it_was_saved(edition: str) -> None:
    """Levels, figures, figures of two years, bases of benefit: for all twenty indicators."""
    entry = an_entry(edition=edition)
    for indicator in load_edition(edition).sid_indicators:
        for revision, claim in enumerate(claims_for(indicator)):
            row = save(entry, indicator.code, claim, revision=revision)
            assert claim_of(ClaimRow.objects.get(pk=row.pk)) == claim


def test_a_claim_the_edition_cannot_read_is_refused() -> None:
    """With the engine's own fault, and nothing is saved."""
    entry = an_entry()
    faults = []
    for code, claim in [
        ("SID-01", Claim(level=4)),
        ("SID-01", Claim(value=Decimal(1))),
        ("SID-18", Claim(base="z", level=2)),
        ("SID-02", Claim(value=Decimal("1.5"))),
        ("SPD-01", Claim(level=1)),
    ]:
        with pytest.raises(PragolaError) as caught:
            save(entry, code, claim)
        faults.append(caught.value.faults[0].code)
    assert faults == [
        "level_out_of_range",
        "figure_not_computable",
        "base_unknown",
        "figure_not_whole",
        "claim_indicator_unknown",
    ]
    assert list(ClaimRow.objects.all()) == []


def test_a_claim_is_taken_back_and_the_log_keeps_it() -> None:
    """None empties it; the log has every state."""
    entry = an_entry()
    save(entry, "SID-01", Claim(level=2), note="SK")
    save(entry, "SID-01", None, revision=1)
    assert [(c.old, c.new) for c in changes_of(entry)] == [
        ({"level": 2, "note": "SK"}, {}),
        ({}, {"level": 2, "note": "SK"}),
    ]


def test_a_stale_claim_is_refused_and_the_same_one_is_confirmed() -> None:
    """As with fields."""
    entry = an_entry()
    save(entry, "SID-01", Claim(level=2))
    assert save(entry, "SID-01", Claim(level=2), revision=0).revision == 1
    with pytest.raises(StaleSaveError) as caught:
        save(entry, "SID-01", Claim(level=3), revision=0)
    assert (caught.value.mine, caught.value.theirs) == ({"level": 3}, {"level": 2})


def test_no_claim_is_saved_in_an_entry_that_is_not_open() -> None:
    """Submitted is locked."""
    with pytest.raises(EntryLockedError):
        save(an_entry(state=EntryState.SUBMITTED), "SID-01", Claim(level=1))


@pytest.mark.parametrize(
    ("code", "posted", "claim"),
    [
        ("SID-01", {"level": "2"}, Claim(level=2)),
        ("SID-01", {"level": ""}, None),
        ("SID-02", {"value": "31", "level": "1"}, Claim(value=Decimal(31))),
        ("SID-02", {"value": " ", "level": "1"}, Claim(level=1)),
        ("SID-14", {"value": "91,5"}, Claim(value=Decimal("91.5"))),
        (
            "SID-18",
            {"base": "a", "value.a": "501", "value.b": "7"},
            Claim(base="a", value=Decimal(501)),
        ),
        ("SID-18", {"base": "a", "level": "1"}, Claim(base="a", level=1)),
    ],
)
def test_a_form_says_a_claim(code: str, posted: dict[str, str], claim: Claim | None) -> None:
    """Figures win over a level beside them; each base has figures of its own."""
    known = {each.code: each for each in load_edition("2026").sid_indicators}
    assert posted_claim(known[code], posted).claim == claim


def test_the_answers_of_a_government_score_as_the_demonstration_does() -> None:
    """What was entered claim by claim gives the same rows as the library's answers."""
    told = demonstration("2026").innovations[:3]
    unit = a_unit()
    expected = {}
    for each in told:
        entry = an_entry(unit, title=each.title, state=EntryState.DRAFT)
        for code, claim in each.claims.items():
            save(entry, code, claim)
        Entry.objects.filter(pk=entry.pk).update(submitted_once=True)
        expected[str(entry.pk)] = dict(each.claims)
    answers = answers_of(entry.assessment)
    assert {i.id: dict(i.claims) for i in answers.innovations} == expected
    assert {i.status for i in answers.innovations} == {Status.ACCEPTED}


@pytest.mark.parametrize("number", [1, 3])
def test_answers_take_the_same_queries_for_one_and_three_entries(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Entries, claims, fields, and the region."""
    unit = a_unit()
    entries = [an_entry(unit, title=f"Inovasi {n}") for n in range(number)]
    for entry in entries:
        save(entry, "SID-01", Claim(level=1))
    assessment = Entry.objects.select_related("assessment").get(pk=entries[0].pk).assessment
    with django_assert_num_queries(4):
        answers_of(assessment)


def test_the_page_says_what_the_engine_says() -> None:
    """Points of the entry, and what each next level adds to the index of the region."""
    entry = an_entry(state=EntryState.DRAFT)
    save(entry, "SID-01", Claim(level=2))
    save(entry, "SID-04", Claim(level=1))
    part = claims_part(entry, Language.INDONESIAN)
    Entry.objects.filter(pk=entry.pk).update(submitted_once=True)
    answers = answers_of(entry.assessment)
    edition = load_edition("2026")
    scored = score(edition, answers)
    gains = {
        margin.indicator: f"+{figure(margin.adds, Language.INDONESIAN, decimals=3)}"
        for margin in margins_of(edition, scored)
        if margin.kind is MarginKind.CLAIM_LEVEL
    }
    assert part.tally.points == figure(scored.innovations[0].score, Language.INDONESIAN)
    assert {c.code: c.outcome.next_index for c in part.claims if c.outcome.next_index} == gains


def test_mandatory_ones_come_first_unless_the_order_is_asked_for() -> None:
    """Both orders hold all twenty."""
    entry = an_entry()
    first = [c.mandatory for c in claims_part(entry, Language.INDONESIAN).claims]
    in_order = [c.code for c in claims_part(entry, Language.INDONESIAN, in_order=True).claims]
    assert first == sorted(first, reverse=True)
    assert in_order == [each.code for each in load_edition("2026").sid_indicators]


def script(
    client: Client, entry: Entry, code: str, **sent: str | int
) -> tuple[int, dict[str, Any]]:
    """What a script gets for a save."""
    answer = client.post(
        f"/kerja/entri/{entry.pk}/klaim/{code}/", sent, headers={"accept": "application/json"}
    )
    return answer.status_code, answer.json()


def test_a_script_saves_a_claim_and_gets_the_new_score() -> None:
    """The claim's part and the sum come back as they are now; conflicts with both sides."""
    entry = an_entry()
    client = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    status, told = script(client, entry, "SID-01", level=2, revision=0)
    assert (status, told["revision"], sorted(told["parts"])) == (
        200,
        1,
        ["hasil-SID-01", "jumlah", "level-SID-01"],
    )
    assert "6,00" in told["parts"]["jumlah"]
    status, told = script(client, entry, "SID-01", level=3, revision=0)
    assert (status, told["mine"][:1], told["theirs"][:1]) == (409, "3", "2")
    status, told = script(client, entry, "SID-02", value="banyak", revision=0)
    assert (status, "bukan angka" in told["said"]) == (422, True)
    status, told = script(client, entry, "SID-02", note="n" * 2001, revision=0)
    assert (status, "Terlalu panjang" in told["said"]) == (422, True)


def test_a_form_comes_back_to_its_indicator() -> None:
    """Without a script."""
    entry = an_entry()
    client = signed_in(appointed(Role.OPERATOR, entry.innovation.unit))
    answer = client.post(f"/kerja/entri/{entry.pk}/klaim/SID-01/", {"level": "2", "revision": "0"})
    assert answer["Location"] == f"/kerja/entri/{entry.pk}/klaim/?buka=SID-01#SID-01"
    assert ClaimRow.objects.get(entry=entry, indicator="SID-01").level == 2


def test_what_is_missing_is_told_for_many_entries_at_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    """Required fields, mandatory indicators, claims without proof; three queries."""
    unit = a_unit()
    entries = [an_entry(unit, title=f"Inovasi {n}") for n in range(3)]
    save(entries[0], "SID-01", Claim(level=2))
    with django_assert_num_queries(3):
        told = missing_of(entries)
    mandatory = [i.code for i in load_edition("2026").sid_indicators if i.mandatory.value]
    assert told[entries[0].pk].mandatory == tuple(c for c in mandatory if c != "SID-01")
    assert told[entries[0].pk].unproven == ("SID-01",)
    assert told[entries[1].pk].mandatory == tuple(mandatory)


@pytest.mark.parametrize(
    "posted", [{"level": "9" * 5000}, {"value": "9" * 400}], ids=["level", "figure"]
)
def test_figures_longer_than_any_are_refused(posted: dict[str, str]) -> None:
    """They are no claim; a revision that long is that of nothing saved."""
    indicator = load_edition("2026").sid_indicators[1]
    assert indicator.measure
    with pytest.raises(PragolaError) as refused:
        posted_claim(indicator, posted)
    assert refused.value.faults[0].code == "claim_figure_bad"
    assert posted_claim(indicator, {"revision": "9" * 5000}).revision == 0
