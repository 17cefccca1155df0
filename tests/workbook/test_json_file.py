from pathlib import Path

import pytest

from pragola.workbook import read_answers, write_json
from tests.workbook.samples import example
from tests.workbook.telling import faults_in

REGION = '"region": {"code": "33.18", "name": "Pati"}'


def _file(folder: Path, content: str | bytes) -> Path:
    path = folder / "answers.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_the_written_answers_are_read_back_the_same(tmp_path: Path) -> None:
    write_json(example(), tmp_path / "answers.json")
    assert read_answers(tmp_path / "answers.json") == example()


def test_numbers_are_read_exactly_and_a_byte_order_mark_does_not_matter(tmp_path: Path) -> None:
    text = '{"edition": "2023", "spd_subtotal": 0.1000000000000000055, ' + REGION + "}"
    path = _file(tmp_path, b"\xef\xbb\xbf" + text.encode())
    assert str(read_answers(path).spd_subtotal) == "0.1000000000000000055"


def test_every_key_that_stands_twice_is_named_with_its_place(tmp_path: Path) -> None:
    text = '{"edition": "2026", ' + REGION + ', "spd": {"SPD-01": 1, "SPD-01": 2}, "spd": {}}'
    assert faults_in(_file(tmp_path, text)) == [("answer_key_twice", "spd", "spd", "")]
    inner = '{"edition": "2026", ' + REGION + ', "spd": {"SPD-01": 1, "SPD-01": 2}}'
    assert faults_in(_file(tmp_path, inner)) == [("answer_key_twice", "spd.SPD-01", "SPD-01", "")]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", ("file_empty", "", "", "")),
        ("   \n", ("file_empty", "", "", "")),
        ('{"edition": ', ("json_broken", "line 1, column 13", "", "")),
        ("[" * 100_000, ("json_too_deep", "", "", "20")),
        ('{"a": ' * 30 + "1" + "}" * 30, ("json_too_deep", "", "", "20")),
        ('{"edition": NaN}', ("number_expected", "", "NaN", "")),
        (b'{"edition": "\xff"}', ("text_not_utf8", "line 1", "", "")),
    ],
)
def test_what_is_no_sound_json_gets_a_clear_answer(
    tmp_path: Path, content: str | bytes, fault: tuple[str, str, str, str]
) -> None:
    assert faults_in(_file(tmp_path, content)) == [fault]


def test_a_number_of_a_million_digits_is_refused_at_once(tmp_path: Path) -> None:
    text = '{"edition": "2023", "spd_subtotal": ' + "9" * 1_000_000 + ", " + REGION + "}"
    [(code, place, _, _)] = faults_in(_file(tmp_path, text))
    assert (code, place) == ("number_too_large", "spd_subtotal")


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    assert [fault[0] for fault in faults_in(tmp_path / "none.json")] == ["file_not_readable"]
