"""The key is made once and kept for its owner."""

from pathlib import Path

from pragola.web.config.secret_key import kept_secret_key


def test_a_key_is_made_once(tmp_path: Path) -> None:
    """Asked again, the same key answers, readable by its owner only."""
    path = tmp_path / "var" / "secret-key"
    first = kept_secret_key(path)
    assert (kept_secret_key(path), path.stat().st_mode & 0o777) == (first, 0o600)
