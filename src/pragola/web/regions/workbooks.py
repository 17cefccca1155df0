"""Workbooks to take away."""

from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from django.http import Http404, HttpResponse

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers
from pragola.scoring.edition import Edition
from pragola.workbook import write_workbook

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def known_or_404(code: str, codes: Collection[str]) -> Edition:
    """The edition of one of these codes. Raises Http404 for any other."""
    if code not in codes:
        raise Http404
    return load_edition(code)


def workbook(edition: Edition, answers: Answers | None, *, name: str) -> HttpResponse:
    """The edition's workbook, empty or filled, as a file to be saved."""
    with TemporaryDirectory(prefix="pragola-") as folder:
        path = Path(folder) / name
        write_workbook(edition, path, answers)
        content = path.read_bytes()
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=_TYPE, headers=headers)
