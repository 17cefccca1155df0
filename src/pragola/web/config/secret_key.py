"""The secret key of a machine that was given none."""

import secrets
from pathlib import Path

_BYTES = 48
_OWNER_ONLY = 0o600


def kept_secret_key(path: Path) -> str:
    """The key kept in `path`; made there, readable by its owner only, when there is none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.touch(mode=_OWNER_ONLY, exist_ok=False)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_urlsafe(_BYTES)
    path.write_text(key, encoding="ascii")
    return key
