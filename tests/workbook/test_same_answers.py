from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers
from pragola.scoring.score import score
from pragola.workbook import read_answers, write_answers
from tests.workbook.samples import any_answers, example


@settings(max_examples=25, deadline=None)
@given(any_answers())
def test_answers_and_score_are_the_same_from_json_csv_and_excel(answers: Answers) -> None:
    edition = load_edition(answers.edition)
    with TemporaryDirectory() as folder:
        for name in ("answers.json", "answers.csv", "answers.xlsx"):
            path = Path(folder) / name
            write_answers(answers, path)
            read = read_answers(path)
            assert read == answers
            assert score(edition, read) == score(edition, answers)


def test_the_example_keeps_its_index_in_every_form(tmp_path: Path) -> None:
    edition = load_edition("2026")
    for name in ("answers.json", "answers.csv", "answers.xlsx"):
        write_answers(example(), tmp_path / name)
        assert str(score(edition, read_answers(tmp_path / name)).index) == "37.75"
