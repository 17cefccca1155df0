"""Sets pages with Typst; what people wrote reaches a page as text, never as markup."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import typst

_PAGES = Path(__file__).with_name("pages")
_STANDARD: Literal["a-2a"] = "a-2a"
"""PDF/A with its structure: it opens in many years, and a screen reader finds its way."""


def set_page(name: str, told: Mapping[str, Any]) -> bytes:
    """The PDF of a page of this room; fonts are those that come with Typst, everywhere the same."""
    pdf = typst.compile(
        _PAGES / f"{name}.typ",
        root=_PAGES,
        sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
        pdf_standards=_STANDARD,
        ignore_system_fonts=True,
    )
    assert isinstance(pdf, bytes)
    return pdf
