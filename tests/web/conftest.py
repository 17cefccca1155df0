"""What every test of the site needs: a queue that forgets, and a folder for uploads."""

from pathlib import Path

import pytest
from pytest_django import Settings

from pragola.web.config.celery import app


@pytest.fixture(autouse=True)
def _nothing_is_left(settings: Settings, tmp_path: Path) -> None:
    app.conf.broker_url = "memory://"
    settings.UPLOADS = tmp_path / "uploads"
