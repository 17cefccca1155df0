"""How mails leave, from the environment."""

from collections.abc import Mapping
from pathlib import Path

_BACKENDS = "django.core.mail.backends"
_SECONDS = 20


def mailer(environment: Mapping[str, str], folder: Path) -> dict[str, object]:
    """The mail server of the environment, else a folder where mails can be read."""
    host = environment.get("PRAGOLA_MAIL_HOST", "")
    if not host:
        return {
            "BACKEND": f"{_BACKENDS}.filebased.EmailBackend",
            "OPTIONS": {"file_path": str(folder)},
        }
    return {
        "BACKEND": f"{_BACKENDS}.smtp.EmailBackend",
        "OPTIONS": {
            "host": host,
            "port": int(environment.get("PRAGOLA_MAIL_PORT", "587")),
            "username": environment.get("PRAGOLA_MAIL_USER", ""),
            "password": environment.get("PRAGOLA_MAIL_PASSWORD", ""),
            "use_tls": True,
            "timeout": _SECONDS,
        },
    }
