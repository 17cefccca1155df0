"""Whatever is done to an edition's files, the reader answers: an edition, or located faults."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from pragola.rulebooks import read_edition
from pragola.rulebooks.catalogue import EditionFaultyError
from pragola.scoring.edition import Edition
from pragola.scoring.faults import Fault
from pragola.wording import Language, say
from tests.rulebooks.small_edition import EDITION, INDICATORS, write_edition

PLACE = re.compile(r"(2026/)?(edition|indicators)\.yaml:[0-9]+")
SNIPPETS = ["null", "", "[]", "{}", "-1", "0", "9" * 30, "1e5", "true", "a: b", "&a", "*a", "!!x"]
DIFFERENCE = """\
code: other
extends: 2026
changes:
  title: Lain
  min_divisor: {value: 11, sources: [simonda], confidence: high}
  indicators.SID-01.weight: 3
gaps:
  - {text: Satu}
"""

texts = st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=6))


@st.composite
def bent(draw: st.DrawFn, text: str) -> str:
    """The text with a few spans replaced, or lines dropped and doubled."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + draw(texts) + text[end:]
    return text


@st.composite
def values_bent(draw: st.DrawFn, text: str) -> str:
    """The text with one of its values replaced, so that it mostly stays proper YAML."""
    spans = [m.span(1) for m in re.finditer(r"[:,\[] ?([^\s,{}\[\]]+)", text)]
    start, end = draw(st.sampled_from(spans))
    return text[:start] + draw(texts) + text[end:]


def _read(edition: str, indicators: str | None) -> Edition | tuple[Fault, ...]:
    with TemporaryDirectory() as name:
        folder = write_edition(Path(name), edition=edition, indicators=indicators)
        try:
            return read_edition(folder)
        except EditionFaultyError as error:
            return error.faults


def _is_an_answer(result: Edition | tuple[Fault, ...]) -> bool:
    if isinstance(result, Edition):
        return True
    sentences = [say(fault, language) for fault in result for language in Language]
    return all(sentences) and bool(result) and all(PLACE.fullmatch(f.place) for f in result)


@given(bent(EDITION))
def test_a_bent_edition_file_is_answered(text: str) -> None:
    assert _is_an_answer(_read(text, INDICATORS))


@given(values_bent(EDITION))
def test_a_bent_value_of_the_edition_is_answered(text: str) -> None:
    assert _is_an_answer(_read(text, INDICATORS))


@given(values_bent(INDICATORS))
def test_a_bent_value_of_an_indicator_is_answered(text: str) -> None:
    assert _is_an_answer(_read(EDITION, text))


@given(bent(INDICATORS))
def test_a_bent_indicators_file_is_answered(text: str) -> None:
    assert _is_an_answer(_read(EDITION, text))


@settings(max_examples=40)
@given(bent(DIFFERENCE))
def test_a_bent_difference_is_answered(text: str) -> None:
    assert _is_an_answer(_read(text, None))
