import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from pragola.demonstration import (
    INVENTED,
    NotDemonstratedError,
    demonstrated_editions,
    demonstration,
    target,
    units,
)
from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers, Status
from pragola.scoring.assessment import assess
from pragola.scoring.indicators import standings_of
from pragola.scoring.measure import read_claim
from pragola.scoring.results import Score, Side
from pragola.scoring.score import score
from pragola.workbook import read_answers, write_json

HOUSING = "Perumahan Rakyat dan Kawasan Permukiman"
YEARS = pytest.mark.parametrize("code", ["2023", "2026"])


def _claimed(code: str) -> Score:
    return score(load_edition(code), demonstration(code))


def _level_of(answers: Answers, innovation: str, indicator: str) -> int:
    edition = load_edition(answers.edition)
    row = next(i for i in edition.sid_indicators if i.code == indicator)
    claims = next(i.claims for i in answers.innovations if i.id == innovation)
    return read_claim(row, claims[indicator])[0] if indicator in claims else 0


def _average(code: str, indicator: str) -> float:
    standings = standings_of(load_edition(code), _claimed(code))
    return float(next(s.average for s in standings if s.indicator.code == indicator))


def test_the_demonstration_tells_of_2023_of_2026_and_of_the_outlook_2027() -> None:
    assert demonstrated_editions() == ("2023", "2026", "2027")


def test_the_targets_are_the_lower_ends_of_the_highest_bands() -> None:
    highest = {
        code: max(band.min for band in load_edition(code).bands.value)
        for code in demonstrated_editions()
    }
    assert {code: target(code) for code in demonstrated_editions()} == highest


def test_an_edition_without_a_demonstration_is_refused_by_name() -> None:
    with pytest.raises(NotDemonstratedError) as error:
        demonstration("2028")
    assert [fault.found for fault in error.value.faults] == ["2028"]


def test_2023_has_73_entries_a_few_of_them_drafts_and_a_few_rejected() -> None:
    entries = demonstration("2023").innovations
    assert Counter(entry.status for entry in entries) == {
        Status.ACCEPTED: 67,
        Status.REJECTED: 3,
        Status.DRAFT: 3,
    }


def test_2023_starts_below_its_target_and_within_reach_of_it() -> None:
    assert Decimal(57) < _claimed("2023").index < Decimal("59.01") < target("2023")


def test_2026_starts_below_its_target() -> None:
    assert Decimal(58) < _claimed("2026").index < target("2026")


@YEARS
def test_what_verifiers_accept_is_less_than_what_is_claimed(code: str) -> None:
    verified = score(load_edition(code), demonstration(code), side=Side.VERIFIED)
    assert verified.index < _claimed(code).index


def test_seven_innovations_of_2023_score_above_90() -> None:
    assert len([i for i in _claimed("2023").innovations if i.score > 90]) == 7


@YEARS
def test_rejected_entries_lower_the_index(code: str) -> None:
    answers = demonstration(code)
    without = tuple(i for i in answers.innovations if i.status is not Status.REJECTED)
    spared = score(load_edition(code), replace(answers, innovations=without))
    assert _claimed(code).index < spared.index


@YEARS
def test_regulation_and_video_are_among_the_weakest_indicators(code: str) -> None:
    standings = standings_of(load_edition(code), _claimed(code))
    innovation_rows = [s for s in standings if s.indicator.code.startswith("SID")]
    weakest = sorted(innovation_rows, key=lambda s: s.average)[:3]
    assert {"SID-01", "SID-20"} <= {s.indicator.code for s in weakest}


def test_2026_covers_exactly_five_affairs_of_basic_service() -> None:
    services = _claimed("2026").basic_services
    assert (len(services.covered), services.missing, services.enough) == (5, (HOUSING,), True)


def test_the_outlook_2027_asks_the_same_answers_and_gives_no_count_score() -> None:
    same = replace(demonstration("2026"), edition="2027")
    assert demonstration("2027") == same
    assert _claimed("2026").count_score > 0
    assert _claimed("2027").count_score == 0


def test_the_missing_affair_waits_in_a_draft() -> None:
    drafts = [
        i
        for i in demonstration("2026").innovations
        if HOUSING in i.affairs and i.status is Status.DRAFT
    ]
    assert [i.profile.unit for i in drafts] == ["Dinas Perumahan dan Kawasan Permukiman"]


@YEARS
def test_every_entry_is_marked_as_invented(code: str) -> None:
    assert [i.title for i in demonstration(code).innovations if INVENTED not in i.title] == []


@YEARS
def test_every_entry_names_a_unit_that_exists(code: str) -> None:
    names = {unit.name for unit in units()}
    assert {i.profile.unit for i in demonstration(code).innovations} <= names


@YEARS
def test_every_affair_and_every_stage_is_one_of_the_edition(code: str) -> None:
    edition, entries = load_edition(code), demonstration(code).innovations
    affairs = {affair.name for affair in edition.affairs.value}
    stages = next(field.choices for field in edition.profile if field.id == "tahapan")
    assert {name for i in entries for name in i.affairs} <= affairs
    assert {i.profile.stage for i in entries} <= set(stages)


@YEARS
def test_every_claim_can_be_read_and_reaches_a_level(code: str) -> None:
    edition, answers = load_edition(code), demonstration(code)
    by_code = {indicator.code: indicator for indicator in edition.indicators}
    claims = [claim for i in answers.innovations for claim in i.claims.items()]
    levels = {read_claim(by_code[name], claim)[0] for name, claim in claims}
    assert levels == {1, 2, 3}


@YEARS
def test_some_claims_are_raw_figures_that_the_edition_reads(code: str) -> None:
    figures = {
        name
        for i in demonstration(code).innovations
        for name, claim in i.claims.items()
        if claim.value is not None
    }
    assert figures == {"SID-13", "SID-14", "SID-18"}


def test_the_region_answers_every_row_of_2026_and_a_subtotal_in_2023() -> None:
    rows = [indicator.code for indicator in load_edition("2026").spd_indicators]
    assert list(demonstration("2026").spd) == rows
    assert demonstration("2023").spd == {}
    assert demonstration("2023").spd_subtotal is not None


def test_levels_that_no_change_of_criteria_touches_never_fall() -> None:
    before, after = demonstration("2023"), demonstration("2026")
    carried = {i.id for i in before.innovations} & {i.id for i in after.innovations}
    fallen = [
        (name, code)
        for name in sorted(carried)
        for code in ("SID-06", "SID-16", "SID-20")
        if _level_of(after, name, code) < _level_of(before, name, code)
    ]
    assert (len(carried), fallen) == (61, [])


def test_regulation_is_claimed_lower_where_the_criteria_became_harder() -> None:
    assert _average("2026", "SID-01") < _average("2023", "SID-01")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("2023", {"design_text_too_short"}),
        (
            "2026",
            {
                "stage_not_assessed",
                "design_text_too_short",
                "applied_after_window",
                "development_not_given",
                "development_outside_window",
                "assessed_too_often",
            },
        ),
    ],
)
def test_some_entries_are_not_eligible_for_each_of_the_known_reasons(
    code: str, expected: set[str]
) -> None:
    findings = assess(load_edition(code), demonstration(code)).findings
    assert expected - {finding.code for finding in findings} == set()


@YEARS
def test_the_written_answers_are_read_back_the_same(code: str, tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    write_json(demonstration(code), file)
    assert read_answers(file) == demonstration(code)


def test_another_process_with_another_hash_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    digests = {_digest(tmp_path / f"{seed}.json", seed=seed) for seed in ("1", "4242")}
    assert len(digests) == 1


def _digest(file: Path, *, seed: str) -> str:
    program = (
        "import sys; from pathlib import Path;"
        "from pragola.demonstration import demonstration;"
        "from pragola.workbook import write_json;"
        "write_json(demonstration('2026'), Path(sys.argv[1]))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", program, str(file)], env=environment, check=True)
    return sha256(file.read_bytes()).hexdigest()
