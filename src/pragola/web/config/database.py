"""Which database is used: a file of this machine, or a PostgreSQL server by its address."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

_SECONDS_KEPT = 60


def database(address: str, file: Path) -> dict[str, Any]:
    """Django's settings for `postgresql://name:password@host:port/database`, else for the file.

    A socket's folder is given as `?host=/folder`. Raises ValueError for any other scheme.
    """
    if not address:
        return _in_a_file(file)
    parts = urlsplit(address)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError("PRAGOLA_DATABASE: postgresql://name:password@host:port/database")
    asked = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": asked.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": _SECONDS_KEPT,
        "CONN_HEALTH_CHECKS": True,
    }


def _in_a_file(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
        },
    }
