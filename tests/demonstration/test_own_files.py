import pytest

from pragola.demonstration.own_files import DemonstrationFilesError, by_name, read_content
from pragola.rulebooks.fields import text


def _faults(content: str) -> list[tuple[str, str]]:
    with pytest.raises(DemonstrationFilesError) as error:
        read_content(content.encode(), "own.yaml", by_name(text))
    return [(fault.code, fault.place) for fault in error.value.faults]


def test_a_file_of_names_and_texts_is_read_as_text() -> None:
    content = b"a: 1.10\nb: 010\n"
    assert read_content(content, "own.yaml", by_name(text)) == {"a": "1.10", "b": "010"}


def test_a_name_given_twice_is_refused_with_its_line() -> None:
    assert _faults("a: 1\na: 2\n") == [("key_twice", "own.yaml:2")]


def test_a_list_in_place_of_names_is_refused() -> None:
    assert _faults("- a\n") == [("not_a_mapping", "own.yaml:1")]


def test_what_is_no_yaml_is_refused() -> None:
    assert _faults("a: [1\n") == [("yaml_broken", "own.yaml:2")]
