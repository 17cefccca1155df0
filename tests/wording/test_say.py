import ast
from decimal import Decimal
from pathlib import Path
from string import Formatter

import pytest

import pragola
from pragola.inspection.findings import Region
from pragola.scoring.explanation import Rule
from pragola.scoring.faults import Fault
from pragola.scoring.results import Finding, Severity
from pragola.wording import Language, Sentence, say
from pragola.wording.explanation import LABELS, RULES
from pragola.wording.places import show_page, show_place
from pragola.wording.say import all_sentences, sentence_tables

SENTENCES = [(name, code) for name, table in sentence_tables().items() for code in table]


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(("table", "code"), SENTENCES)
def test_every_sentence_has_both_languages_with_the_same_places(table: str, code: str) -> None:
    sentence = sentence_tables()[table][code]
    assert sentence.id.strip()
    assert sentence.en.strip()
    assert _places(sentence.id) == _places(sentence.en)


def test_no_code_has_a_sentence_in_two_tables() -> None:
    codes = [code for _, code in SENTENCES]
    assert sorted(codes) == sorted(set(codes))


def test_every_code_of_a_fault_of_answers_has_a_sentence() -> None:
    root = Path(pragola.__file__).parent
    files = [*(root / "workbook").glob("*.py"), root / "scoring/measure.py", root / "cli/rank.py"]
    assert {code for file in files for code in _codes_in(file)} - all_sentences().keys() == set()


def _codes_in(file: Path) -> set[str]:
    """Texts that look like codes where faults are made."""
    makers = {"Fault", "refuse", "_refuse", "_fault", "_refused", "_error", "_required_text"}
    codes = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in makers:
            given = [*node.args, *(k.value for k in node.keywords if k.arg == "code")]
            texts = [a.value for a in given if isinstance(a, ast.Constant)]
            codes |= {t for t in texts if isinstance(t, str) and "_" in t and t.islower()}
    return codes


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_a_fault_is_said_with_what_was_found_and_what_was_probably_meant() -> None:
    fault = Fault(code="affair_unknown", found="Kesehtan", facts=(("nearest", "Kesehatan"),))
    assert say(fault, Language.INDONESIAN) == (
        "Urusan “Kesehtan” tidak ada di pedoman ini. Pilih nama dari daftar urusan. "
        "Mungkin maksudnya “Kesehatan”."
    )
    assert say(fault, Language.ENGLISH) == (
        "There is no affair “Kesehtan” in this edition. Choose a name from its list. "
        "Did you mean “Kesehatan”?"
    )


def test_what_has_no_sentence_is_still_said() -> None:
    fault = Fault(code="new_code", found="a {b}", expected="c")
    assert say(fault, Language.ENGLISH) == "new_code. Found: a {b}. Expected: c."
    finding = Finding(code="new_code", severity=Severity.INFO, facts=(("n", Decimal(1)),))
    assert say(finding, Language.ENGLISH).startswith("new_code.")


def test_places_of_lines_are_said_in_indonesian() -> None:
    assert show_place("line 3, column level", Language.INDONESIAN) == "baris 3, kolom level"
    assert show_place("line 3, column level", Language.ENGLISH) == "line 3, column level"
    assert show_place("Klaim!D7", Language.INDONESIAN) == "Klaim!D7"


@pytest.mark.parametrize("sentence", [*LABELS.values(), *RULES.values()])
def test_labels_and_rules_have_the_same_places_in_both_languages(sentence: Sentence) -> None:
    assert _places(sentence.id) == _places(sentence.en)


def test_every_rule_of_an_explanation_has_words() -> None:
    assert set(RULES) == set(Rule)


def test_a_part_of_a_sentence_is_left_out_where_nothing_fills_it() -> None:
    facts = (("kind", "sop"), ("heading", None), ("holds", "Nomor SOP"))
    told = Finding(code="document_kind", severity=Severity.INFO, facts=facts)
    assert say(told, Language.INDONESIAN) == "Tampaknya SOP. Memuat: Nomor SOP."
    kinds = Fault(code="new_code", facts=(("kinds", "perda, sop"),))
    assert say(kinds, Language.ENGLISH).startswith("new_code.")


@pytest.mark.parametrize(
    ("part", "told", "english"),
    [
        ((0, 0, 200, 100), "halaman 2, kiri atas", "page 2, top left"),
        ((700, 800, 900, 990), "halaman 2, kanan bawah", "page 2, bottom right"),
        ((50, 400, 950, 500), "halaman 2, bagian tengah", "page 2, middle part"),
        ((400, 100, 600, 900), "halaman 2, di tengah", "page 2, centre"),
        ((0, 0, 1000, 1000), "halaman 2", "page 2"),
    ],
)
def test_a_part_of_a_page_is_told_by_where_it_lies(
    part: tuple[int, int, int, int], told: str, english: str
) -> None:
    """So that who sees no box finds it too."""
    place = Region(*part)
    assert show_page(2, place, Language.INDONESIAN) == told
    assert show_page(2, place, Language.ENGLISH) == english
