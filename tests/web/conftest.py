"""What every test of the site needs: a queue that forgets, a folder for uploads, plain files."""

from pathlib import Path

import pytest
from pytest_django import Settings

from pragola.web.config.celery import app

_PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"


@pytest.fixture(autouse=True)
def _nothing_is_left(settings: Settings, tmp_path: Path) -> None:
    app.conf.broker_url = "memory://"
    settings.UPLOADS = tmp_path / "uploads"
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {"staticfiles": {"BACKEND": _PLAIN}}
