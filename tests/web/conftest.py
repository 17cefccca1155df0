"""What every test of the site needs: a queue that forgets, a folder for uploads, plain files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from pragola.web.config.celery import app
from tests.web.flushing import empty_the_log

_PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
_KEPT = "pragola.web.evidence.store.ContentStore"


@pytest.fixture(autouse=True)
def _nothing_is_left(settings: Settings, tmp_path: Path) -> None:
    app.conf.broker_url = "memory://"
    settings.UPLOADS = tmp_path / "uploads"
    settings.ARRIVALS = tmp_path / "arrivals"
    # A busy machine shall not turn a plan into one that a worker has to end.
    settings.PLAN_AT_ONCE = 600.0
    settings.STATIC_ROOT = tmp_path
    kept = {"BACKEND": _KEPT, "OPTIONS": {"location": tmp_path / "evidence", "base_url": None}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {"staticfiles": {"BACKEND": _PLAIN}, "evidence": kept}


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
