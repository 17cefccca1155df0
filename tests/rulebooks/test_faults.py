"""What an edition's files may not say. Each case bends one spot of a small edition."""

import ast
from pathlib import Path

import pytest

import pragola.rulebooks
from pragola.rulebooks import read_edition
from pragola.wording import Language, say
from pragola.wording.say import all_sentences
from tests.rulebooks.small_edition import (
    EDITION,
    INDICATORS,
    Told,
    faults_of,
    line_of,
    told,
    write_edition,
)

KEYS_OF_A_BAND = "name, min, max"
STATUSES = "complete, partial, outlook"


def test_the_small_edition_itself_is_right(tmp_path: Path) -> None:
    edition = read_edition(write_edition(tmp_path))
    assert (edition.code, len(edition.indicators)) == ("small", 3)


# old text, new text, kind of fault, a fragment of its line, what stands there, what should
IN_EDITION = {
    "an unknown key": (
        "min_divisor: {value: 2,",
        "min_divisor: {valu: 1, value: 2,",
        ("key_unknown", "min_divisor", "valu", "value, sources, confidence, basis, note"),
    ),
    "a key that is missing": (
        "title: Pedoman kecil\n",
        "",
        ("key_missing", "code: small", "", "title"),
    ),
    "a key that comes twice": (
        "status: complete\n",
        "status: complete\nstatus: partial\n",
        ("key_twice", "status: partial", "status", ""),
    ),
    "a key that is a list": (
        "status: complete\n",
        "status: complete\n[a]: b\n",
        ("key_not_text", "[a]", "", ""),
    ),
    "an empty text": ("title: Pedoman kecil", "title: ''", ("not_a_text", "title", "", "")),
    "a null text": ("title: Pedoman kecil", "title: ~", ("not_a_text", "title", "~", "")),
    "a list for a text": (
        "title: Pedoman kecil",
        "title: [Pedoman]",
        ("not_a_text", "title", "[…]", ""),
    ),
    "a mapping for a text": (
        "title: Pedoman kecil",
        "title: {a: b}",
        ("not_a_text", "title", "{…}", ""),
    ),
    "a code in capitals": ("code: small", "code: SMALL", ("wrong_form", "code", "SMALL", "2026")),
    "an unknown status": (
        "status: complete",
        "status: complet",
        ("not_a_choice", "status", "complet", STATUSES),
    ),
    "a list for a choice": (
        "status: complete",
        "status: []",
        ("not_a_choice", "status", "[…]", STATUSES),
    ),
    "a decimal for a whole number": (
        "min_divisor: {value: 2,",
        "min_divisor: {value: 2.5,",
        ("not_a_whole_number", "min_divisor", "2.5", ""),
    ),
    "a number with a leading zero": (
        "min_divisor: {value: 2,",
        "min_divisor: {value: 012,",
        ("not_a_whole_number", "min_divisor", "012", ""),
    ),
    "a divisor of zero": (
        "min_divisor: {value: 2,",
        "min_divisor: {value: 0,",
        ("number_out_of_range", "min_divisor", "0", "1–999999"),
    ),
    "a decimal comma": (
        "weight: 0.50",
        "weight: '0,50'",
        ("not_a_decimal", "weight: '0,50'", "0,50", ""),
    ),
    "a weight of zero": (
        "weight: 0.50",
        "weight: 0",
        ("not_positive", "count: {", "0", ""),
    ),
    "no for a flag": (
        "touching_affairs_count: {value: true",
        "touching_affairs_count: {value: no",
        ("not_a_flag", "touching_affairs_count", "no", "true, false"),
    ),
    "a day that does not exist": (
        "last: 2025-12-31",
        "last: 2025-02-30",
        ("not_a_day", "2025-02-30", "2025-02-30", ""),
    ),
    "a day in another form": (
        "last: 2025-12-31",
        "last: 31-12-2025",
        ("not_a_day", "31-12-2025", "31-12-2025", ""),
    ),
    "dates the wrong way round": (
        "last: 2025-12-31",
        "last: 2023-12-31",
        ("dates_reversed", "2023-12-31", "2024-01-01 … 2023-12-31", ""),
    ),
    "a text for a list": (
        "substances: [Manfaat]",
        "substances: Manfaat",
        ("not_a_list", "substances", "Manfaat", ""),
    ),
    "an empty list": (
        "substances: [Manfaat]",
        "substances: []",
        ("list_too_short", "substances", "0", "1"),
    ),
    "a text for a mapping": (
        "max_minutes: 5\n  formats: [mp4]\n",
        "max_minutes: 5\n  formats: {value: [mp4], confidence: low, note: {}}\n",
        ("not_a_text", "note: {}", "{…}", ""),
    ),
    "years that are no mapping": (
        "years: {T-0: 2026, T-1: 2025}",
        "years: 2026",
        ("not_a_mapping", "years: 2026", "2026", ""),
    ),
    "a value without source": (
        "min_divisor: {value: 2, sources: [letter], confidence: high}",
        "min_divisor: 2",
        ("value_without_source", "min_divisor", "2", ""),
    ),
    "a reading of ours without note": (
        "basis: ours, note: Bacaan kami}",
        "basis: ours}",
        ("reading_without_note", "rejected_in_divisor", "ours", ""),
    ),
    "a stated value with no source in its list": (
        "index_decimals: {value: 2, sources: [letter]",
        "index_decimals: {value: 2, sources: []",
        ("sources_empty", "index_decimals", "stated", ""),
    ),
    "a source that is not declared": (
        "index_decimals: {value: 2, sources: [letter]",
        "index_decimals: {value: 2, sources: [later]",
        ("source_unknown", "index_decimals", "later", "letter, copy"),
    ),
    "a source declared twice": (
        "{id: copy, title: Salinan, kind: salinan}",
        "{id: copy, title: Salinan, kind: salinan}\n  - {id: copy, title: Lagi, kind: salinan}",
        ("source_twice", "title: Lagi", "copy", ""),
    ),
    "a form field twice": (
        "{id: tahapan, label: Tahapan",
        "{id: nama, label: Tahapan",
        ("field_twice", "label: Tahapan", "nama", ""),
    ),
    "choices of a field that has none": (
        "{id: nama, label: Nama, kind: text}",
        "{id: nama, label: Nama, kind: text, choices: [a]}",
        ("choices_not_expected", "label: Nama", "text", ""),
    ),
    "bands that overlap": (
        "max: 50.00}",
        "max: 50.01}",
        ("bands_overlap", "name: Rendah", "Tinggi 50.01 … 100.00", "Rendah 0 … 50.01"),
    ),
    "bands with a hole": (
        "max: 50.00}",
        "max: 49.99}",
        ("bands_with_gap", "name: Rendah", "49.99 … 50.01", "0.01"),
    ),
    "bands that do not reach 100": (
        "max: 100.00}",
        "max: 99.00}",
        ("bands_not_whole", "  value:\n", "0 … 99.00", "0 … 100"),
    ),
    "a band finer than the index": (
        "{name: Rendah, min: 0, max: 50.00}",
        "{name: Rendah, min: 0, max: 50.005}",
        ("band_finer_than_index", "name: Rendah", "Rendah 0 … 50.005", "2"),
    ),
    "a band twice": (
        "{name: Rendah",
        "{name: Tinggi",
        ("band_twice", "name: Tinggi, min: 0,", "Tinggi", ""),
    ),
    "an affair twice": (
        "pilihan: [Pertanian]",
        "pilihan: [Pangan]",
        ("affair_twice", "wajib_pelayanan_dasar: [", "Pangan", ""),
    ),
    "an affair that is missing": (
        "wajib_pelayanan_dasar: [Kesehatan, Pendidikan]",
        "wajib_pelayanan_dasar: [Kesehatan]",
        ("affairs_not_complete", "wajib_pelayanan_dasar: [", "1", "2"),
    ),
    "more basic services than there are": (
        "min_basic_services: {value: 1,",
        "min_basic_services: {value: 3,",
        ("more_services_than_affairs", "min_basic_services", "3", "2"),
    ),
    "a null that no gap names": (
        "  - {of: video.max_megabytes, text: Ukuran tidak disebut}\n",
        "",
        ("null_without_gap", "- {text: Berkas asli", "", "video.max_megabytes"),
    ),
    "a gap that names what is known": (
        "{text: Berkas asli tidak terbaca}",
        "{of: min_divisor, text: Tidak diketahui}",
        ("gap_of_known", "of: min_divisor", "min_divisor", "video.max_megabytes"),
    ),
    "an anchor": ("title: Pedoman", "title: &a Pedoman", ("yaml_anchor", "title", "&a", "")),
    "a tag": (
        "title: Pedoman",
        "title: !!str Pedoman",
        ("yaml_tag", "title", "tag:yaml.org,2002:str", ""),
    ),
}

IN_INDICATORS = {
    "an indicator twice": (
        "- code: SID-02",
        "- code: SID-01",
        ("indicator_twice", "- code: SID-01\n  number: 3", "SID-01", ""),
    ),
    "a code of the other aspect": (
        "code: SPD-01",
        "code: SID-09",
        ("code_not_of_aspect", "SID-09", "SID-09", ""),
    ),
    "levels that start at 0": (
        "aspect: SPD\n  variable: Institusi\n  sources: [letter]\n  confidence: high\n"
        "  weight: 1\n  mandatory: true\n  levels: {1: satu, 2: dua, 3: tiga}",
        "aspect: SPD\n  variable: Institusi\n  sources: [letter]\n  confidence: high\n"
        "  weight: 1\n  mandatory: true\n  levels: {2: dua, 3: tiga}",
        ("levels_not_in_order", "{2: dua", "2, 3", "1, 2, 3"),
    ),
    "no levels": (
        "{1: satu, 2: dua, 3: tiga}\n  components",
        "{}\n  components",
        ("levels_not_in_order", "{}", "", "1, 2, 3"),
    ),
    "levels as a list": (
        "{1: satu, 2: dua, 3: tiga}\n  components",
        "[satu]\n  components",
        ("not_a_mapping", "[satu]", "[…]", ""),
    ),
    "an empty criterion": (
        "{1: satu, 2: dua, 3: tiga}\n  components",
        "{1: '', 2: dua, 3: tiga}\n  components",
        ("not_a_text", "1: ''", "", ""),
    ),
    "a cut with its ends reversed": (
        "2: {min: 10.00, max: 20.00}",
        "2: {min: 20.00, max: 10.00}",
        ("ends_reversed", "2: {min: 20.00", "20.00 … 10.00", ""),
    ),
    "cuts of too few levels": (
        "      3: {min: 20.01}\n    tested: [3, 1, 2]",
        "    tested: [1, 2]",
        ("cuts_not_all_levels", "    unit: persen", "2", "3"),
    ),
    "an order of testing that leaves out a level": (
        "tested: [3, 1, 2]",
        "tested: [3, 2]",
        ("tested_not_all_levels", "tested: [3, 2]", "3, 2", "1, 2, 3"),
    ),
    "whole numbers with decimals": (
        "        decimals: 0",
        "        decimals: 1",
        ("whole_with_decimals", "decimals: 1", "1", ""),
    ),
    "a cut finer than the measure": (
        "3: {min: 20.01}",
        "3: {min: 20.005}",
        ("cut_finer_than_measure", "20.005", "20.005", "2"),
    ),
    "cuts with a hole": (
        "3: {min: 20.01}",
        "3: {min: 20.02}",
        ("cuts_with_gap", "20.02", "20.00 … 20.02", ""),
    ),
    "cuts with a hole where lower is better": (
        "2: {min: 2, max: 5}",
        "2: {min: 3, max: 5}",
        ("cuts_with_gap", "3: {max: 1}", "1 … 3", ""),
    ),
    "a cut inside another": (
        "2: {min: 10.00, max: 20.00}",
        "2: {max: 20.00}",
        ("cuts_against_direction", "2: {max: 20.00}", "2", "higher"),
    ),
    "a better cut that ends before the worse": (
        "3: {min: 20.01}",
        "3: {min: 15.00, max: 18.00}",
        ("cuts_against_direction", "15.00", "3", "higher"),
    ),
    "a measure beside bases": (
        "  bases:\n",
        "  measure: {unit: hari, direction: lower, formula: value, decimals: 0, "
        "cuts: {1: {min: 6}, 2: {min: 2, max: 5}, 3: {max: 1}}, tested: [3, 2, 1]}\n  bases:\n",
        ("measure_beside_bases", "    - id: a", "SID-02", ""),
    ),
    "a format in capitals": (
        "formats: [pdf]",
        "formats: [PDF]",
        ("wrong_form", "[PDF]", "PDF", "pdf"),
    ),
    "a period that is none": (
        "periods: [T-1]",
        "periods: [2025]",
        ("wrong_form", "periods: [2025]", "2025", "T-1"),
    ),
}


def _expect(
    bent: str, file: str, expected: tuple[str, str, str, str]
) -> list[tuple[str, str, str, str]]:
    code, fragment, found, should = expected
    line = bent.count("\n", 0, bent.index(fragment)) + 1
    return [(code, f"{file}:{line}", found, should)]


@pytest.mark.parametrize("case", IN_EDITION)
def test_refused_in_the_edition_file(case: str, tmp_path: Path) -> None:
    old, new, expected = IN_EDITION[case]
    bent = EDITION.replace(old, new)
    faults = told(faults_of(write_edition(tmp_path, edition=bent)))
    assert faults == _expect(bent, "edition.yaml", expected)


@pytest.mark.parametrize("case", IN_INDICATORS)
def test_refused_in_the_indicators_file(case: str, tmp_path: Path) -> None:
    old, new, expected = IN_INDICATORS[case]
    bent = INDICATORS.replace(old, new)
    faults = told(faults_of(write_edition(tmp_path, indicators=bent)))
    assert faults == _expect(bent, "indicators.yaml", expected)


def _faults_with(
    tmp_path: Path, *, edition: str = EDITION, indicators: str = INDICATORS
) -> list[Told]:
    return told(faults_of(write_edition(tmp_path, edition=edition, indicators=indicators)))


def test_a_maximum_that_is_not_the_sum_of_weights_and_levels_is_refused(tmp_path: Path) -> None:
    bent = EDITION.replace("sid: 9,", "sid: 8,")
    assert _faults_with(tmp_path, edition=bent) == [
        ("maximum_not_the_sum", "edition.yaml:9", "8", "9"),
        ("maximum_not_the_sum", "edition.yaml:9", "17", "16.00"),
    ]


def test_a_count_that_is_not_weight_times_cap_is_refused(tmp_path: Path) -> None:
    bent = EDITION.replace("cap: 10", "cap: 11")
    assert _faults_with(tmp_path, edition=bent) == [
        ("maximum_not_the_sum", "edition.yaml:9", "5.00", "5.50")
    ]


def test_a_complete_edition_must_know_the_rule_of_basic_services(tmp_path: Path) -> None:
    bent = EDITION.replace(
        "min_basic_services: {value: 1, sources: [letter], confidence: high}",
        "min_basic_services: null",
    )
    assert _faults_with(tmp_path, edition=bent) == [
        ("complete_with_gaps", "edition.yaml:3", "", ""),
        (
            "null_without_gap",
            f"edition.yaml:{line_of(bent, '- {text: Berkas')}",
            "",
            "min_basic_services",
        ),
    ]


def test_a_partial_edition_may_do_without_spd_and_that_rule(tmp_path: Path) -> None:
    bent = (
        EDITION.replace("status: complete", "status: partial")
        .replace(
            "min_basic_services: {value: 1, sources: [letter], confidence: high}",
            "min_basic_services: null",
        )
        .replace("gaps:\n", "gaps:\n  - {of: min_basic_services, text: Tidak diketahui}\n")
    )
    sid_only = INDICATORS[INDICATORS.index("- code: SID-01") :]
    edition = read_edition(write_edition(tmp_path, edition=bent, indicators=sid_only))
    assert (edition.spd_indicators, edition.min_basic_services) == ((), None)


def test_an_edition_without_sid_indicators_is_refused(tmp_path: Path) -> None:
    spd_only = INDICATORS[: INDICATORS.index("- code: SID-01")]
    assert _faults_with(tmp_path, indicators=spd_only) == [
        ("maximum_not_the_sum", "edition.yaml:9", "9", "0"),
        ("no_sid_indicators", "indicators.yaml:1", "", ""),
    ]


def test_sums_are_not_told_where_their_values_do_not_fit(tmp_path: Path) -> None:
    bent = INDICATORS.replace("  weight: 1\n  mandatory: true", "  weight: -1\n  mandatory: true")
    assert _faults_with(tmp_path, indicators=bent) == [
        ("not_positive", "indicators.yaml:8", "-1", ""),
        ("not_positive", f"indicators.yaml:{line_of(bent, 'name: Hari') + 5}", "-1", ""),
    ]


def test_a_band_that_ends_before_it_starts_is_refused(tmp_path: Path) -> None:
    bent = EDITION.replace(
        "{name: Tinggi, min: 50.01, max: 100.00}", "{name: Tinggi, min: 100.00, max: 50.01}"
    )
    tinggi, rendah = line_of(bent, "name: Tinggi"), line_of(bent, "name: Rendah")
    assert _faults_with(tmp_path, edition=bent) == [
        ("bands_not_whole", f"edition.yaml:{tinggi - 1}", "0 … 50.01", "0 … 100"),
        ("ends_reversed", f"edition.yaml:{tinggi}", "Tinggi 100.00 … 50.01", ""),
        ("bands_with_gap", f"edition.yaml:{rendah}", "50.00 … 100.00", "0.01"),
    ]


def test_a_code_without_its_form_is_refused_once(tmp_path: Path) -> None:
    bent = INDICATORS.replace("code: SPD-01", "code: SPD1")
    assert _faults_with(tmp_path, indicators=bent) == [
        ("wrong_form", "indicators.yaml:1", "SPD1", "SID-01"),
    ]


def test_an_indicator_that_is_a_text_is_refused_once(tmp_path: Path) -> None:
    bent = INDICATORS.replace("- code: SPD-01", "- SPD\n- code: SPD-01")
    assert _faults_with(tmp_path, indicators=bent) == [
        ("not_a_mapping", "indicators.yaml:1", "SPD", "")
    ]


def test_a_cut_without_ends_is_refused(tmp_path: Path) -> None:
    bent = INDICATORS.replace("3: {min: 20.01}", "3: {}")
    assert _faults_with(tmp_path, indicators=bent) == [
        ("cut_without_ends", f"indicators.yaml:{line_of(bent, '3: {}')}", "3", "")
    ]


def test_cuts_against_their_direction_are_refused(tmp_path: Path) -> None:
    bent = INDICATORS.replace("direction: lower", "direction: higher")
    assert _faults_with(tmp_path, indicators=bent) == [
        (
            "cuts_against_direction",
            f"indicators.yaml:{line_of(bent, '2: {min: 2,')}",
            "2",
            "higher",
        ),
        (
            "cuts_against_direction",
            f"indicators.yaml:{line_of(bent, '3: {max: 1}')}",
            "3",
            "higher",
        ),
    ]


def test_all_faults_of_both_files_come_in_one_list_by_file_and_line(tmp_path: Path) -> None:
    edition = EDITION.replace("status: complete", "status: done").replace(
        "max_minutes: 5", "max_minutes: lima"
    )
    indicators = INDICATORS.replace("mandatory: false", "mandatory: tidak")
    faults = _faults_with(tmp_path, edition=edition, indicators=indicators)
    assert [(code, found) for code, _, found, _ in faults] == [
        ("not_a_choice", "done"),
        ("not_a_whole_number", "lima"),
        ("not_a_flag", "tidak"),
    ]


def test_an_unknown_key_comes_with_the_nearest_known_one(tmp_path: Path) -> None:
    bent = INDICATORS.replace("mandatory: false", "mandatori: false")
    faults = faults_of(write_edition(tmp_path, indicators=bent))
    unknown = next(fault for fault in faults if fault.code == "key_unknown")
    assert unknown.facts == (("nearest", "mandatory"),)
    assert say(unknown, Language.INDONESIAN).endswith("Mungkin maksudnya “mandatory”.")


def test_a_long_value_is_told_shortened(tmp_path: Path) -> None:
    faults = _faults_with(
        tmp_path, edition=EDITION.replace("status: complete", f"status: {'x' * 200}")
    )
    assert [found for _, _, found, _ in faults] == ["x" * 79 + "…"]


def test_every_kind_of_fault_has_its_sentence() -> None:
    root = Path(pragola.rulebooks.__file__).parent
    written = {code for file in root.glob("*.py") for code in _codes_in(file)}
    assert written - all_sentences().keys() == set()
    assert len(written) > 50


def _codes_in(file: Path) -> set[str]:
    """The codes of faults that a module lays down, found in its calls."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    first = [
        call.args[0]
        for call in calls
        if call.args and ast.unparse(call.func).endswith(("fault", "unknown_name", "once_each"))
    ]
    named = [word.value for call in calls for word in call.keywords if word.arg == "code"]
    return {
        node.value
        for node in (*first, *named)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
