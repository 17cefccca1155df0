"""The usual efforts of every edition are read strictly and fit it."""

from datetime import date
from decimal import Decimal

import pytest

from pragola.demonstration import demonstration
from pragola.planning.catalogue import WorkFaultyError, load_catalogue, read_own_work, usual_work
from pragola.planning.catalogue.reading import OTHERWISE, read_catalogue
from pragola.planning.work import Capacity, Override, Step
from pragola.rulebooks import edition_codes, load_edition

YEAR, ANSWERS = load_edition("2026"), demonstration("2026")
LEAST = (
    "edition: 2026\nbasis: ours\nconfidence: low\nnote: x\nentering: {effort: 1}\n"
    "turned_down: 3\nfindings: {doubtful: 50}\naccepted: {otherwise: 90}\n"
)


@pytest.mark.parametrize("code", edition_codes())
def test_every_edition_has_efforts_for_levels_that_it_has(code: str) -> None:
    edition = load_edition(code)
    catalogue = load_catalogue(edition)
    highest = {i.code: i.highest_level for i in edition.indicators}
    assert [key for key in catalogue.steps if key[1] > highest[key[0]]] == []
    assert {i.code for i in edition.sid_indicators} <= {code for code, _ in catalogue.steps}
    assert OTHERWISE in catalogue.accepted


def test_an_outlook_takes_the_efforts_of_the_year_it_is_based_on() -> None:
    assert load_catalogue(load_edition("2027")).steps == load_catalogue(YEAR).steps


def faults(content: str) -> list[tuple[str, str]]:
    with pytest.raises(WorkFaultyError) as raised:
        read_catalogue(content.encode(), "c.yaml", YEAR)
    return [(fault.code, fault.place) for fault in raised.value.faults]


def test_all_faults_of_a_catalogue_are_told_at_once() -> None:
    steps = "steps:\n  SID-01:\n    1: {effort: -1}\n  SID-99: {}\n  SID-02: 3\nmore: 1\n"
    assert faults(LEAST + steps) == [
        ("number_out_of_range", "c.yaml:11"),
        ("key_unknown", "c.yaml:12"),
        ("not_a_mapping", "c.yaml:13"),
        ("key_unknown", "c.yaml:14"),
    ]


def test_broken_yaml_is_told() -> None:
    assert faults("steps: [")[0][0] == "yaml_broken"


def test_a_regions_own_file_says_what_is_other_there() -> None:
    unit = next(i.profile.unit for i in ANSWERS.innovations)
    own = read_own_work(
        (
            "start: 2026-06-01\nend: 2026-08-31\n"
            "steps:\n"
            f"  - {{indicator: SID-20, level: 1, effort: 1.5, days: 3, unit: {unit}}}\n"
            "  - {indicator: SID-03, level: 2, past: true, innovation: rekaan-01}\n"
            f"capacities: [{{unit: {unit}, effort: 12, until: 2026-07-01}}, {{effort: 40}}]\n"
            "collectives:\n  - {id: pameran, title: {id: Pameran}, effort: 4, on: [rekaan-01],\n"
            "     lifts: [{indicator: SID-10, level: 2}]}\n"
            "without: [perda]\n"
        ).encode(),
        "own.yaml",
        edition=YEAR,
        answers=ANSWERS,
    )
    assert (own.start, own.end) == (date(2026, 6, 1), date(2026, 8, 31))
    assert own.overrides == (
        Override(indicator="SID-20", level=1, step=Step(effort=Decimal("1.5"), days=3), unit=unit),
        Override(indicator="SID-03", level=2, step=Step(effort=None), innovation="rekaan-01"),
    )
    assert own.capacities == (
        Capacity(unit=unit, days=Decimal(12), until=date(2026, 7, 1)),
        Capacity(unit=None, days=Decimal(40)),
    )
    work = usual_work(YEAR, ANSWERS, load_catalogue(YEAR), own)
    ids = [each.id for each in work.collectives]
    assert ("perda" in ids, ids[-1]) == (False, "pameran")
    assert [lift.innovation for lift in work.collectives[-1].lifts] == ["rekaan-01"]
