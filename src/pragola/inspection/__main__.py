"""The child of `confined`: a task as JSON in, steps as lines, a report as JSON for each claim."""

import contextlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pragola.inspection.confined import Limits, apply_limits
from pragola.inspection.inspecting import inspect_for
from pragola.inspection.parentage import die_with_parent
from pragola.inspection.report import as_document, page_of
from pragola.inspection.steps import Step, as_line, heard_by
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition


def main() -> None:
    """Read the task, give up rights, look, answer."""
    die_with_parent()
    task = json.load(sys.stdin)
    limits = Limits(*task["limits"])
    apply_limits(limits)
    subjects = [_subject(each, task, seconds=limits.seconds // 2) for each in task["subjects"]]
    with heard_by(_tell_parent):
        for number, report in enumerate(inspect_for(Path(task["path"]), subjects)):
            told = replace(report, pages=(), likeness={}) if number else report
            sys.stdout.write(json.dumps(as_document(told)) + "\n")
            sys.stdout.flush()


def _tell_parent(step: Step) -> None:
    """Where the parent does not listen, the work goes on all the same."""
    with contextlib.suppress(OSError):
        os.write(int(sys.argv[1]), as_line(step))


def _subject(told: Mapping[str, Any], task: Mapping[str, Any], *, seconds: int) -> Subject:
    return Subject(
        edition=load_edition(told["edition"]),
        part=told["part"],
        level=told["level"],
        names=tuple(told["names"]),
        pages=frozenset(told["pages"]),
        roots=Path(task["roots"]) if task["roots"] else None,
        applied=_day(told["applied"]),
        developed=_day(told["developed"]),
        read={page["page"]: page_of(page) for page in task["read"]},
        seconds=seconds,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


if __name__ == "__main__":
    main()
