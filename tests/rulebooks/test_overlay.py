"""Editions written as a difference to one of ours."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from pragola.rulebooks import load_edition, read_edition
from pragola.scoring.edition import Confidence, Provenance, Source, Sourced
from tests.rulebooks.small_edition import faults_of, told, write_edition

CORRECTED = """\
code: 2026-pati
extends: 2026
sources:
  - {id: surat-asli, title: Surat asli, kind: surat}
changes:
  title: Pedoman 2026 yang dikoreksi
  min_divisor: {value: 11, sources: [surat-asli], confidence: high}
  bands.value.Inovatif.max: 65.00
gaps:
  - {text: Lampiran III belum terbaca}
"""


def _corrected(folder: Path, text: str) -> Path:
    return write_edition(folder, edition=text, indicators=None)


def test_only_what_changed_differs_from_the_base(tmp_path: Path) -> None:
    base, corrected = load_edition("2026"), read_edition(_corrected(tmp_path, CORRECTED))
    sure = Provenance(sources=("surat-asli",), confidence=Confidence.HIGH)
    assert corrected == replace(
        base,
        code="2026-pati",
        based_on="2026",
        title="Pedoman 2026 yang dikoreksi",
        hash=corrected.hash,
        sources=(*base.sources, Source(id="surat-asli", title="Surat asli", kind="surat")),
        min_divisor=Sourced(11, sure),
        gaps=(*base.gaps, "Lampiran III belum terbaca"),
    )
    assert corrected.hash != base.hash


def test_a_correction_may_extend_an_outlook(tmp_path: Path) -> None:
    edition = read_edition(
        _corrected(tmp_path, CORRECTED.replace("extends: 2026", "extends: 2027"))
    )
    assert (edition.based_on, edition.min_basic_services) == (
        "2027",
        load_edition("2027").min_basic_services,
    )


def test_one_indicators_value_is_named_by_its_code(tmp_path: Path) -> None:
    change = (
        "  indicators.SID-01.levels: {1: SK, 2: Perkada, 3: Perda}\n"
        "  indicators.SID-18.bases.c.measure.cuts.3: {min: 20.01}\n"
    )
    edition = read_edition(_corrected(tmp_path, CORRECTED.replace("gaps:\n", f"{change}gaps:\n")))
    regulation = next(i for i in edition.indicators if i.code == "SID-01")
    benefit = next(i for i in edition.indicators if i.code == "SID-18")
    assert regulation.criterion(2) == "Perkada"
    assert benefit.bases[2].measure.cuts[2].max is None


def test_an_unknown_path_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    bent = CORRECTED.replace("min_divisor:", "min_diviser:")
    faults = faults_of(_corrected(tmp_path, bent))
    assert [(f.code, f.place, f.found) for f in faults] == [
        ("path_unknown", "edition.yaml:7", "min_diviser")
    ]
    assert faults[0].facts == (("path", "min_diviser"), ("nearest", "min_divisor"))


def test_a_path_into_a_single_value_is_unknown(tmp_path: Path) -> None:
    bent = CORRECTED.replace("  title:", "  title.long:")
    assert told(faults_of(_corrected(tmp_path, bent))) == [
        ("path_unknown", "edition.yaml:6", "long", "")
    ]


def test_items_without_a_name_cannot_be_named(tmp_path: Path) -> None:
    bent = CORRECTED.replace("  title:", "  video.formats.mp4:")
    assert told(faults_of(_corrected(tmp_path, bent))) == [
        ("path_unknown", "edition.yaml:6", "mp4", "")
    ]


def test_items_that_are_mappings_without_a_name_cannot_be_named(tmp_path: Path) -> None:
    bent = CORRECTED.replace("  title:", "  gaps.one:")
    assert told(faults_of(_corrected(tmp_path, bent))) == [
        ("path_unknown", "edition.yaml:6", "one", "")
    ]


def test_a_wrong_value_is_told_at_the_line_of_the_change(tmp_path: Path) -> None:
    bent = CORRECTED.replace("{value: 11,", "{value: sebelas,")
    assert told(faults_of(_corrected(tmp_path, bent))) == [
        ("not_a_whole_number", "edition.yaml:7", "sebelas", "")
    ]


def test_a_change_that_breaks_a_sum_is_told(tmp_path: Path) -> None:
    bent = CORRECTED.replace("  title:", "  maxima.sid: 112\n  title:")
    assert told(faults_of(_corrected(tmp_path, bent))) == [
        ("maximum_not_the_sum", "2026/edition.yaml:56", "250", "251"),
        ("maximum_not_the_sum", "edition.yaml:6", "112", "111"),
    ]


def test_an_unknown_base_is_told(tmp_path: Path) -> None:
    bent = CORRECTED.replace("extends: 2026", "extends: 2025")
    assert told(faults_of(_corrected(tmp_path, bent))) == [
        ("base_edition_unknown", "edition.yaml:2", "2025", "2023, 2026, 2027, 2028, 2029")
    ]


def test_a_base_that_is_a_list_is_told(tmp_path: Path) -> None:
    bent = CORRECTED.replace("extends: 2026", "extends: [2026]")
    assert [(code, found) for code, _, found, _ in told(faults_of(_corrected(tmp_path, bent)))] == [
        ("base_edition_unknown", "[…]")
    ]


def test_a_difference_has_no_indicators_file_and_no_other_keys(tmp_path: Path) -> None:
    folder = write_edition(tmp_path, edition=f"{CORRECTED}min_divisor: 3\n")
    assert told(faults_of(folder)) == [
        (
            "key_unknown",
            "edition.yaml:11",
            "min_divisor",
            "code, extends, sources, changes, gaps",
        ),
        ("file_not_expected", "indicators.yaml:1", "", ""),
    ]


def test_a_difference_needs_a_code_and_changes(tmp_path: Path) -> None:
    assert told(faults_of(_corrected(tmp_path, "extends: 2026\n"))) == [
        ("key_missing", "edition.yaml:1", "", "code"),
        ("key_missing", "edition.yaml:1", "", "changes"),
    ]


def test_changes_that_are_a_list_are_refused(tmp_path: Path) -> None:
    folder = _corrected(tmp_path, "code: a\nextends: 2026\nchanges: [a]\n")
    assert told(faults_of(folder)) == [("not_a_mapping", "edition.yaml:3", "[…]", "")]


def test_further_sources_must_be_a_list(tmp_path: Path) -> None:
    folder = _corrected(tmp_path, "code: a\nextends: 2026\nchanges: {title: A}\ngaps: satu\n")
    assert told(faults_of(folder)) == [("not_a_list", "edition.yaml:4", "satu", "")]


def test_a_broken_weight_can_be_mended(tmp_path: Path) -> None:
    change = "  indicators.SID-16.weight: {value: 3.0, sources: [surat-asli], confidence: high}\n"
    edition = read_edition(_corrected(tmp_path, CORRECTED.replace("gaps:\n", f"{change}gaps:\n")))
    weight = next(i for i in edition.indicators if i.code == "SID-16").weight
    assert weight.value == Decimal("3.0")
