"""What is being done is told on the way, and a stranger who tells it is believed little."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from pragola.inspection.confined import inspect_confined
from pragola.inspection.inspecting import inspect
from pragola.inspection.steps import Deed, Step, as_line, heard_by, step_in, steps_on, tell
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition
from pragola.wording import Language, say
from tests.inspection.documents.sheets import LINE, text_pdf

SUBJECT = Subject(edition=load_edition("2026"), part="SID-01")
OF_TWO_PAGES = [
    Step(Deed.READING_PAGE, 1, 2),
    Step(Deed.READING_PAGE, 2, 2),
    Step(Deed.CHECKING_SIGNATURES),
]


@contextmanager
def written(content: bytes) -> Iterator[int]:
    """A pipe into which somebody wrote that, and closed it."""
    ours, its = os.pipe()
    os.write(its, content)
    os.close(its)
    yield ours
    os.close(ours)


def heard_from(content: bytes) -> list[Step]:
    """What is believed of it."""
    with written(content) as pipe:
        return list(steps_on(pipe, monotonic() + 5))


def test_the_child_tells_its_steps_to_whoever_asks(tmp_path: Path) -> None:
    """In their order; the report is the same with and without a listener."""
    path = text_pdf(tmp_path / "a.pdf", [LINE, LINE])
    told: list[Step] = []
    report = inspect_confined(path, SUBJECT, told=told.append)
    assert told == OF_TWO_PAGES
    assert report == inspect_confined(path, SUBJECT)


def test_in_this_process_they_are_heard_only_inside(tmp_path: Path) -> None:
    """Whoever listens no longer hears nothing."""
    told: list[Step] = []
    with heard_by(told.append):
        inspect(text_pdf(tmp_path / "a.pdf", [LINE, LINE]), SUBJECT)
    tell(Deed.LOOKING_AT_PICTURE)
    assert told == OF_TWO_PAGES


def test_how_far_it_is_counts_what_is_done() -> None:
    """The third of twelve pages is begun when two are read; a single deed has no measure."""
    assert [step.percent for step in (Step(Deed.READING_PAGE, 3, 12), OF_TWO_PAGES[2])] == [
        16,
        None,
    ]
    sentence = say(Step(Deed.READING_PAGE, 3, 12), Language.INDONESIAN)
    assert sentence == "Membaca halaman 3 dari 12"


@pytest.mark.parametrize("step", [Step(Deed.WATCHING_VIDEO, 41, 300), *OF_TWO_PAGES])
def test_a_step_comes_out_of_its_line_as_it_went_in(step: Step) -> None:
    """Each of them."""
    assert heard_from(as_line(step)) == [step]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"reading_page",
        b"reading_page 0 3",
        b"reading_page 4 3",
        b"reading_page 1 9999999",
        b"deleting_page 1 3",
        b"<b>halaman</b> 1 3",
        "reading_page ٣ ٣".encode(),
        b"reading_page 1 3 " + b"x" * 1000,
    ],
)
def test_anything_else_on_the_pipe_is_no_step(line: bytes) -> None:
    """Unknown deeds, numbers past the end, other letters."""
    assert step_in(line) is None
    assert heard_from(line + b"\n" + as_line(OF_TWO_PAGES[0])) == OF_TWO_PAGES[:1]


def test_whoever_floods_the_pipe_is_not_listened_to_for_long() -> None:
    """A line without an end, and a heap of steps."""
    assert heard_from(b"x" * 60_000) == []
    ours, its = os.pipe()
    os.set_blocking(its, False)
    line, heard = as_line(OF_TWO_PAGES[0]), 0
    os.write(its, line * 100)
    for _ in steps_on(ours, monotonic() + 5):
        heard += 1
        os.write(its, line)
    os.close(its)
    os.close(ours)
    assert len(line) * heard < 70_000


def test_a_silent_pipe_is_left_when_the_time_is_over() -> None:
    """Though nobody closed it."""
    ours, its = os.pipe()
    assert list(steps_on(ours, monotonic())) == []
    os.close(ours)
    os.close(its)
