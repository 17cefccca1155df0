"""The child of `confined`: a task as JSON in, a report as JSON out for each claim."""

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pragola.inspection.confined import Limits, apply_limits
from pragola.inspection.inspecting import inspect_for
from pragola.inspection.parentage import die_with_parent
from pragola.inspection.report import PageText, as_document
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition


def main() -> None:
    """Read the task, give up rights, look, answer."""
    die_with_parent()
    task = json.load(sys.stdin)
    limits = Limits(*task["limits"])
    apply_limits(limits)
    subjects = [_subject(each, task, seconds=limits.seconds // 2) for each in task["subjects"]]
    for number, report in enumerate(inspect_for(Path(task["path"]), subjects)):
        told = replace(report, pages=(), likeness={}) if number else report
        sys.stdout.write(json.dumps(as_document(told)) + "\n")
        sys.stdout.flush()


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
        read={page["page"]: PageText(**page) for page in task["read"]},
        seconds=seconds,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


if __name__ == "__main__":
    main()
