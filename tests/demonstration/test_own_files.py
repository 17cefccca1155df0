import pytest
import yaml

from pragola.demonstration.own_files import (
    DemonstrationFilesError,
    Fields,
    _TextLoader,
    items_of,
    mapping_of,
)


def _expected(error: pytest.ExceptionInfo[DemonstrationFilesError]) -> list[str]:
    return [fault.expected for fault in error.value.faults]


def test_a_key_that_is_left_over_is_refused() -> None:
    with pytest.raises(DemonstrationFilesError) as error, Fields({"a": "1"}, place="x"):
        pass
    assert _expected(error) == ["no such keys"]


def test_a_key_that_is_missing_is_named() -> None:
    with pytest.raises(DemonstrationFilesError) as error, Fields({}, place="x") as fields:
        fields.text("title")
    assert _expected(error) == ["title"]


@pytest.mark.parametrize(
    ("node", "expected"), [({"a": ["1"]}, "a text"), ("text", "a mapping"), ([], "a mapping")]
)
def test_what_is_of_the_wrong_kind_is_refused(node: object, expected: str) -> None:
    with pytest.raises(DemonstrationFilesError) as error, Fields(node, place="x") as fields:
        fields.text("a")
    assert _expected(error) == [expected]


def test_lists_and_mappings_are_told_apart() -> None:
    with pytest.raises(DemonstrationFilesError) as no_list:
        items_of({}, place="x")
    with pytest.raises(DemonstrationFilesError) as no_mapping:
        mapping_of([])
    assert (_expected(no_list), _expected(no_mapping)) == (["a list"], ["a mapping"])


def test_scalars_stay_text_and_a_key_given_twice_is_refused() -> None:
    assert yaml.load("{no: 1.10, b: 010}", Loader=_TextLoader) == {"no": "1.10", "b": "010"}
    with pytest.raises(DemonstrationFilesError) as error:
        yaml.load("{a: 1, a: 2}", Loader=_TextLoader)
    assert _expected(error) == ["each key once"]
