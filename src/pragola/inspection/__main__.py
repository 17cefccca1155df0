"""The child of `confined`: a task as JSON in, a report as JSON out."""

import json
import sys
from datetime import date
from pathlib import Path

from pragola.inspection.confined import Limits, apply_limits
from pragola.inspection.inspecting import inspect
from pragola.inspection.report import PageText, as_document
from pragola.inspection.subject import Subject
from pragola.rulebooks import load_edition


def main() -> None:
    """Read the task, give up rights, look, answer."""
    task = json.load(sys.stdin)
    apply_limits(Limits(*task["limits"]))
    subject = Subject(
        edition=load_edition(task["edition"]),
        part=task["part"],
        level=task["level"],
        names=tuple(task["names"]),
        pages=frozenset(task["pages"]),
        roots=Path(task["roots"]) if task["roots"] else None,
        applied=_day(task["applied"]),
        developed=_day(task["developed"]),
        read={page["page"]: PageText(**page) for page in task["read"]},
    )
    json.dump(as_document(inspect(Path(task["path"]), subject)), sys.stdout)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


if __name__ == "__main__":
    main()
