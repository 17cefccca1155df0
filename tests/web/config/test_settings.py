"""What the environment changes in the settings."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from pragola.web.config import settings


@pytest.fixture
def settings_with(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """The settings as a site of that environment has them."""

    def read(**environment: str) -> dict[str, Any]:
        monkeypatch.setenv("PRAGOLA_VAR", str(tmp_path))
        for name, value in environment.items():
            monkeypatch.setenv(f"PRAGOLA_{name}", value)
        return runpy.run_path(str(settings.__file__))

    return read


def test_forms_lead_here_and_to_the_governments_own_sign_in(settings_with: Any) -> None:
    """To its origin, and only where there is one."""
    alone = settings_with()["SECURE_CSP"]["form-action"]
    oidc = {"OIDC_SERVER": "https://masuk.contoh.go.id/realms/pati", "OIDC_CLIENT": "pragola"}
    joined = settings_with(**oidc, OIDC_SECRET="x")["SECURE_CSP"]["form-action"]
    assert (len(alone), joined) == (1, [*alone, "https://masuk.contoh.go.id"])


def test_a_proxy_is_believed_only_where_one_is_told_of(settings_with: Any) -> None:
    """Otherwise anybody could say that they speak TLS, or come from elsewhere."""
    names = ("SECURE_PROXY_SSL_HEADER", "ALLAUTH_TRUSTED_PROXY_COUNT")
    found = [settings_with(), settings_with(PROXIES="1")]
    assert [[each[name] for name in names] for each in found] == [
        [None, 0],
        [("HTTP_X_FORWARDED_PROTO", "https"), 1],
    ]


def test_links_in_mails_speak_what_the_address_speaks(settings_with: Any) -> None:
    """Also those that allauth writes."""
    found = [
        settings_with(ADDRESS=address)["ACCOUNT_DEFAULT_HTTP_PROTOCOL"]
        for address in ("http://localhost:8000", "https://pragola.contoh.go.id")
    ]
    assert found == ["http", "https"]
