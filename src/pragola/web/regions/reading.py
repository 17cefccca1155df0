"""Reading an upload: what the worker does with a file that nobody has looked at yet."""

import json
from collections.abc import Callable
from time import monotonic

from django.utils.timezone import now

from pragola.rulebooks import load_edition
from pragola.scoring.assessment import assess
from pragola.scoring.faults import PragolaError
from pragola.web.regions.actions.uploads import (
    finish_faulty,
    finish_scored,
    give_up,
    report_progress,
    start_reading,
)
from pragola.web.regions.models import Upload
from pragola.workbook import read_with_notices
from pragola.workbook.json_file import as_json

_SECONDS_BETWEEN_REPORTS = 0.3


def read_upload(upload_id: str) -> None:
    """Read and score a waiting upload; what is not waiting is left alone."""
    upload = start_reading(upload_id, now=now())
    if upload is None:
        return
    try:
        _read(upload)
    except PragolaError as error:
        finish_faulty(upload, error.faults, now=now())
    except Exception:
        give_up(upload, now=now())
        raise


def _read(upload: Upload) -> None:
    read = read_with_notices(upload.path, progress=_reporter(upload))
    # Answers that cannot be scored are faulty, and this is where that shows.
    assess(load_edition(read.answers.edition), read.answers)
    document = json.dumps(as_json(read.answers), ensure_ascii=False)
    finish_scored(upload, document, notices=read.notices, now=now())


def _reporter(upload: Upload) -> Callable[[int, int], None]:
    reported = 0.0

    def report(done: int, total: int) -> None:
        nonlocal reported
        if monotonic() - reported >= _SECONDS_BETWEEN_REPORTS:
            reported = monotonic()
            report_progress(upload, done=done, total=total, now=now())

    return report
