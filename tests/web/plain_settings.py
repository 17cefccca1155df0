"""The settings with which the site is tested: one folder for all files, nothing that takes long."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

_PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
_KEPT = "pragola.web.evidence.store.ContentStore"


def plain_settings(folder: Path) -> Mapping[str, Any]:
    """What differs from the settings of a site, whose files lie in that folder."""
    kept = {"BACKEND": _KEPT, "OPTIONS": {"location": folder / "evidence", "base_url": None}}
    return {
        "UPLOADS": folder / "uploads",
        "ARRIVALS": folder / "arrivals",
        # A busy machine shall not turn a plan into one that a worker has to end.
        "PLAN_AT_ONCE": 600.0,
        "STATIC_ROOT": folder,
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"],
        "STORAGES": {"staticfiles": {"BACKEND": _PLAIN}, "evidence": kept},
    }
