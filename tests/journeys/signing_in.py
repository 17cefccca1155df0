"""Signing in at the demonstration, whose passwords are new at every start."""

import json
from pathlib import Path

from playwright.sync_api import Page


def sign_in(page: Page, var: Path, name: str) -> None:
    """As `operator`, `kepala`, `koordinator` … of the demonstration whose data lie in `var`."""
    told = json.loads((var / "demo-accounts.json").read_text())
    address = f"{name}@contoh.invalid"
    password = next(each["password"] for each in told if each["email"] == address)
    page.goto("/akun/login/")
    page.locator("input[name=login]").fill(address)
    page.locator("input[name=password]").fill(password)
    page.locator("main button.primary").click()
    page.wait_for_url("**/kerja/**")
