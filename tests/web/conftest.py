"""What every test of the site needs: a queue that forgets, a folder for uploads, plain files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from pragola.web.config.celery import app
from tests.web.flushing import empty_the_log
from tests.web.plain_settings import plain_settings


@pytest.fixture(autouse=True)
def _nothing_is_left(settings: Settings, tmp_path: Path) -> None:
    app.conf.broker_url = "memory://"
    for name, value in plain_settings(tmp_path).items():
        setattr(settings, name, value)


@pytest.fixture(autouse=True)
def _log_does_not_keep_from_flushing(request: pytest.FixtureRequest) -> Iterator[None]:
    """A transactional test ends with a flush, which the guard of the log would refuse."""
    marker = request.node.get_closest_marker("django_db")
    if marker is None or not marker.kwargs.get("transaction"):
        yield
        return
    # Asked for first, so that it is ended after this one.
    request.getfixturevalue("transactional_db")
    yield
    empty_the_log()
