"""The files of an edition before their content: encoding, size, the plain part of YAML."""

from pathlib import Path

from pragola.rulebooks import read_edition
from tests.rulebooks.small_edition import (
    EDITION,
    INDICATORS,
    faults_of,
    line_of,
    told,
    write_edition,
)


def test_a_folder_without_edition_is_refused(tmp_path: Path) -> None:
    assert told(faults_of(tmp_path)) == [("file_missing", "edition.yaml:1", "edition.yaml", "")]


def test_an_edition_without_indicators_file_is_refused_with_its_other_faults(
    tmp_path: Path,
) -> None:
    bent = EDITION.replace("status: complete", "status: done")
    folder = write_edition(tmp_path, edition=bent, indicators=None)
    assert told(faults_of(folder)) == [
        ("not_a_choice", "edition.yaml:3", "done", "complete, partial, outlook"),
        ("file_missing", "indicators.yaml:1", "indicators.yaml", ""),
    ]


def test_indicators_stand_in_their_own_file_only(tmp_path: Path) -> None:
    folder = write_edition(tmp_path, edition=f"{EDITION}indicators: []\n")
    faults = told(faults_of(folder))
    place = f"edition.yaml:{line_of(EDITION + 'indicators: []', 'indicators: []')}"
    assert faults == [("key_unknown", place, "indicators", "")]


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert told(faults_of(write_edition(tmp_path, edition="# nothing\n"))) == [
        ("yaml_empty", "edition.yaml:2", "", "")
    ]


def test_a_file_that_is_a_list_is_refused(tmp_path: Path) -> None:
    assert told(faults_of(write_edition(tmp_path, edition="- a\n"))) == [
        ("not_a_mapping", "edition.yaml:1", "[…]", "")
    ]


def test_broken_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    folder = write_edition(tmp_path, edition="code: a\ntitle: [b\nstatus: c\n")
    assert [(code, place) for code, place, _, _ in told(faults_of(folder))] == [
        ("yaml_broken", "edition.yaml:3")
    ]


def test_control_signs_are_refused(tmp_path: Path) -> None:
    folder = write_edition(tmp_path, edition="code: a\x00b\n")
    assert [(code, place) for code, place, _, _ in told(faults_of(folder))] == [
        ("yaml_broken", "edition.yaml:1")
    ]


def test_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    folder = write_edition(tmp_path)
    (folder / "edition.yaml").write_bytes(EDITION.replace("kecil", "kécil").encode("latin-1"))
    assert told(faults_of(folder)) == [("yaml_not_utf8", "edition.yaml:2", "", "")]


def test_a_mark_of_utf8_at_the_start_is_taken(tmp_path: Path) -> None:
    folder = write_edition(tmp_path)
    (folder / "edition.yaml").write_bytes(EDITION.encode("utf-8-sig"))
    assert read_edition(folder).code == "small"


def test_a_file_over_a_megabyte_is_refused_unread(tmp_path: Path) -> None:
    folder = write_edition(tmp_path, edition=EDITION + "#" * 1_000_000)
    assert told(faults_of(folder)) == [("yaml_too_large", "edition.yaml:1", "1000001", "1000000")]


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    folder = write_edition(tmp_path, edition=f"code: {'[' * 5_000}{']' * 5_000}\n")
    assert told(faults_of(folder)) == [("yaml_too_deep", "edition.yaml:1", "", "20")]


def test_an_alias_is_refused_and_not_followed(tmp_path: Path) -> None:
    bent = EDITION.replace("code: small", "code: &c small").replace("Pedoman kecil", "*c")
    assert told(faults_of(write_edition(tmp_path, edition=bent))) == [
        ("yaml_anchor", "edition.yaml:1", "&c", ""),
        ("yaml_alias", "edition.yaml:2", "*c", ""),
        ("not_a_text", "edition.yaml:2", "", ""),
    ]


def test_a_second_document_is_refused(tmp_path: Path) -> None:
    faults = told(faults_of(write_edition(tmp_path, edition=f"{EDITION}---\ncode: again\n")))
    line = EDITION.count("\n") + 1
    assert faults == [("yaml_documents", f"edition.yaml:{line}", "", "")]


def test_broken_indicators_leave_the_other_file_checked(tmp_path: Path) -> None:
    folder = write_edition(
        tmp_path,
        edition=EDITION.replace("min_words: 300", "min_words: banyak"),
        indicators=f"{INDICATORS}]",
    )
    assert [(code, place.split(":")[0]) for code, place, _, _ in told(faults_of(folder))] == [
        ("not_a_whole_number", "edition.yaml"),
        ("yaml_broken", "indicators.yaml"),
    ]


def test_numbers_stay_as_written(tmp_path: Path) -> None:
    edition = read_edition(write_edition(tmp_path))
    assert str(edition.maxima.count.value) == "5.00"


def test_the_hash_changes_with_any_byte_of_either_file(tmp_path: Path) -> None:
    whole = read_edition(write_edition(tmp_path / "a")).hash
    other = read_edition(write_edition(tmp_path / "b", edition=f"{EDITION}#")).hash
    rows = read_edition(write_edition(tmp_path / "c", indicators=f"{INDICATORS}#")).hash
    again = read_edition(write_edition(tmp_path / "d")).hash
    assert len({whole, other, rows}) == 3
    assert again == whole
