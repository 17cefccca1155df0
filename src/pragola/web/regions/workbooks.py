"""Workbooks to take away."""

from collections.abc import Collection

from django.http import Http404, HttpResponse

from pragola.rulebooks import load_edition
from pragola.scoring.answers import Answers
from pragola.scoring.edition import Edition
from pragola.web.shared.files import new_file
from pragola.workbook import write_workbook

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def known_or_404(code: str, codes: Collection[str]) -> Edition:
    """The edition of one of these codes. Raises Http404 for any other."""
    if code not in codes:
        raise Http404
    return load_edition(code)


def workbook(edition: Edition, answers: Answers | None, *, name: str) -> HttpResponse:
    """The edition's workbook, empty or filled, as a file to be saved."""
    with new_file(".xlsx") as path:
        write_workbook(edition, path, answers)
        content = path.read_bytes()
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=_TYPE, headers=headers)
