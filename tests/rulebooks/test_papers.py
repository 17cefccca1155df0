"""Which kinds of papers an edition asks for."""

from pathlib import Path

import pytest

from pragola.rulebooks import load_edition, read_edition
from pragola.scoring.edition import Basis, Confidence, PaperRule, Provenance
from pragola.scoring.papers import PaperKind
from tests.rulebooks.small_edition import INDICATORS, Told, faults_of, told, write_edition

SOURCED = "sources: [letter], confidence: low, basis: ours, note: Bacaan kami"


def _with(papers: str) -> str:
    return INDICATORS.replace("notes: [Asli]}", f"notes: [Asli], papers: {papers}}}")


def test_the_kinds_are_those_listed_and_those_that_carry_a_level(tmp_path: Path) -> None:
    written = (
        "{kinds: [undangan], levels: {2: [sk_kada], 3: [perda, sk_kada]}, unnamed: [perda], "
        f"as_applied: [sk_kada], before: {{T-0: [perda]}}, others: true, {SOURCED}}}"
    )
    edition = read_edition(write_edition(tmp_path, indicators=_with(written)))
    rule = edition.sid_indicators[0].evidence.papers
    assert rule == PaperRule(
        kinds=(PaperKind.UNDANGAN, PaperKind.SK_KADA, PaperKind.PERDA),
        others=True,
        levels=((2, (PaperKind.SK_KADA,)), (3, (PaperKind.PERDA, PaperKind.SK_KADA))),
        unnamed=(PaperKind.PERDA,),
        as_applied=(PaperKind.SK_KADA,),
        before=(("T-0", (PaperKind.PERDA,)),),
        provenance=Provenance(
            sources=("letter",), confidence=Confidence.LOW, basis=Basis.OURS, note="Bacaan kami"
        ),
    )
    assert rule.level_of(PaperKind.SK_KADA) == 3
    assert rule.level_of(PaperKind.UNDANGAN) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{kinds: [surat]", ("not_a_choice", "surat")),
        ("{levels: {4: [perda]}", ("number_out_of_range", "4")),
        ("{kinds: [perda], levels: [perda]", ("not_a_mapping", "[…]")),
        ("{others: true", ("key_missing", "")),
        ("{kinds: [sop], before: {T-0: [perda]}", ("paper_not_asked", "perda")),
        ("{kinds: [sop], unnamed: [perda], as_applied: [perda]", ("paper_not_asked", "perda")),
        ("{kinds: [sop], before: {2026: [sop]}", ("wrong_form", "2026")),
    ],
)
def test_what_makes_no_sense_is_refused(
    written: str, expected: tuple[str, str], tmp_path: Path
) -> None:
    bent = _with(f"{written}, {SOURCED}}}")
    faults: list[Told] = told(faults_of(write_edition(tmp_path, indicators=bent)))
    assert [(code, found) for code, _, found, _ in faults] == [expected]


@pytest.mark.parametrize("code", ["2023", "2026", "2027"])
def test_every_rule_about_papers_says_that_it_is_our_reading(code: str) -> None:
    rules = [i.evidence.papers for i in load_edition(code).indicators if i.evidence.papers]
    assert rules
    assert {rule.provenance.basis for rule in rules} == {Basis.OURS}
    assert all(rule.provenance.note for rule in rules)


@pytest.mark.parametrize(
    ("code", "levels"),
    [
        (
            "2026",
            {
                "perda": 3,
                "perkada": 2,
                "sk_kada": 1,
                "sk_an_kada": 1,
            },
        ),
        ("2023", {"perda": 3, "perkada": 3, "sk_kada": 2, "sk_an_kada": 1, "sk_kpd": 1}),
    ],
)
def test_regulations_carry_the_levels_of_their_year(code: str, levels: dict[str, int]) -> None:
    rule = next(i for i in load_edition(code).indicators if i.code == "SID-01").evidence.papers
    assert rule
    assert {kind.value: rule.level_of(kind) for kind in rule.kinds} == levels
