"""Entries as people find them on their first page."""

import re

from playwright.sync_api import Page


def open_entry(operator: Page) -> str:
    """The path of the first entry that is open for the operator."""
    operator.goto("/kerja/")
    link = operator.locator(".entry-cards a[href*='/kerja/entri/']").first.get_attribute("href")
    found = re.match(r"/kerja/entri/\d+/", link or "")
    assert found
    return found[0]
