"""The demonstration as a visitor meets it: its own server and worker, and a real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_SECONDS_TO_END = 120
_PATIENCE = 30_000
"""Milliseconds for what has to be there: nothing here is about how quick a machine is."""


@dataclass(frozen=True)
class Demonstration:
    """A running demonstration: its address, its process and the folder of its data."""

    address: str
    process: "subprocess.Popen[str]"
    var: Path


@pytest.fixture(scope="session")
def site(demonstration: Demonstration) -> str:
    """The address of a demonstration that was started for these tests."""
    return demonstration.address


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """A demonstration that was started for these tests, and leaves nothing behind."""
    var = tmp_path_factory.mktemp("var")
    own = {"PRAGOLA_VAR": str(var), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "pragola.web.demo"]
    with subprocess.Popen(
        command, env=os.environ | own, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        address = process.stdout.readline().split()[1].rstrip("/")
        yield Demonstration(address, process, var)
        process.terminate()
        assert process.wait(_SECONDS_TO_END) == 0
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((urlsplit(address).hostname, urlsplit(address).port))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine."""
    named = os.environ.get("PRAGOLA_CHROMIUM")
    found = [path for name in ((named,) if named else _NAMES) if (path := shutil.which(name))]
    if not found:
        pytest.fail("Chromium is missing: install it, or name yours in PRAGOLA_CHROMIUM.")
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=Path(found[0]), args=_QUIET)
        yield running
        running.close()


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def page(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a visitor who has just come; it may have nothing to complain of."""
    context = browser.new_context(
        base_url=site, viewport={"width": request.param, "height": 844}, locale="id-ID"
    )
    visited = context.new_page()
    complaints: list[str] = []
    visited.on("pageerror", lambda error: complaints.append(str(error)))
    visited.on("console", lambda told: complaints.extend(_complaint(told)))
    visited.on(
        "request", lambda sent: complaints.extend([sent.url] * (not sent.url.startswith(site)))
    )
    yield visited
    context.close()
    assert complaints == []


def _complaint(told: ConsoleMessage) -> list[str]:
    # A form that is answered with its errors is no fault of the page.
    expected = told.type != "error" or "422" in told.text
    return [] if expected else [told.text]
