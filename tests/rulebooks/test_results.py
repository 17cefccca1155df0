"""Published results as recorded beside the editions."""

from decimal import Decimal
from pathlib import Path

import pytest

from pragola.rulebooks import published_results
from pragola.rulebooks.published import BandCount, ByClass, NamedNumber, RegionResult
from pragola.rulebooks.results_reader import ResultsFaultyError, read_results
from pragola.scoring.edition import Confidence, Provenance

SMALL = """\
sources:
  - {id: news, title: Berita, kind: berita}
national:
  - {year: 2022, participants: {total: 510}, sources: [news], confidence: high}
regions:
  - {code: 33.18, name: Kabupaten Pati, year: 2022, index: 58.11, sources: [news], confidence: high}
"""


def _faults(tmp_path: Path, text: str) -> list[tuple[str, str, str]]:
    file = tmp_path / "results.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ResultsFaultyError) as error:
        read_results(file)
    return [(fault.code, fault.place, fault.found) for fault in error.value.faults]


def test_pati_had_58_11_in_2022() -> None:
    results = published_results().of_region("33.18")
    assert [r for r in results if r.year == 2022 and r.index] == [
        RegionResult(
            code="33.18",
            name="Kabupaten Pati",
            year=2022,
            index=Decimal("58.11"),
            band="Inovatif",
            innovations=None,
            remarks=(),
            provenance=Provenance(sources=("5news",), confidence=Confidence.HIGH),
        )
    ]


def test_pati_is_recorded_in_five_statements() -> None:
    years = [result.year for result in published_results().of_region("33.18")]
    assert years == [2020, 2022, 2022, 2024, 2025]


def test_every_year_from_2018_to_2025_has_a_national_statement() -> None:
    years = {result.year for result in published_results().national}
    assert years == set(range(2018, 2026))


def test_the_bands_of_2022_sum_to_its_participants() -> None:
    (statement,) = published_results().of_year(2022)
    assert statement.bands == (
        BandCount(band="Sangat Inovatif", regions=ByClass(total=44)),
        BandCount(band="Inovatif", regions=ByClass(total=365)),
        BandCount(band="Kurang Inovatif", regions=ByClass(total=101)),
    )
    assert statement.participants == ByClass(total=510)


def test_the_stages_of_2024_sum_to_its_innovations() -> None:
    (statement,) = published_results().of_year(2024)
    assert statement.stages == (
        NamedNumber(name="Inisiatif", number=1347),
        NamedNumber(name="Uji Coba", number=1258),
        NamedNumber(name="Penerapan", number=29114),
    )
    assert sum(stage.number for stage in statement.stages) == statement.innovations


def test_contradicting_statements_of_a_year_stand_side_by_side() -> None:
    totals = [s.participants.total for s in published_results().of_year(2020)]
    assert totals == [484, 485, None]


def test_a_small_file_is_right(tmp_path: Path) -> None:
    file = tmp_path / "results.yaml"
    file.write_text(SMALL, encoding="utf-8")
    assert [r.index for r in read_results(file).regions] == [Decimal("58.11")]


def test_results_are_read_as_strictly_as_an_edition(tmp_path: Path) -> None:
    bent = (
        SMALL.replace("58.11", "158.11")
        .replace("33.18", "3318")
        .replace(
            "sources: [news], confidence: high}\nregions",
            "sources: [newz], confidence: high, bandz: []}\nregions",
        )
    )
    assert _faults(tmp_path, bent) == [
        ("key_unknown", "results.yaml:4", "bandz"),
        ("source_unknown", "results.yaml:4", "newz"),
        ("wrong_form", "results.yaml:6", "3318"),
        ("number_out_of_range", "results.yaml:6", "158.11"),
    ]


def test_numbers_by_name_must_be_a_mapping(tmp_path: Path) -> None:
    bent = SMALL.replace("participants: {total: 510}", "stages: [1]")
    assert _faults(tmp_path, bent) == [("not_a_mapping", "results.yaml:4", "[…]")]


def test_broken_results_are_refused(tmp_path: Path) -> None:
    assert [code for code, _, _ in _faults(tmp_path, "sources: [")] == ["yaml_broken"]
