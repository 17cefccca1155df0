"""Sets the pages of this room; what people wrote reaches a page as text, never as markup."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pragola.web.shared.typesetting import typeset

_PAGES = Path(__file__).with_name("pages")
_STANDARD: Literal["a-2a"] = "a-2a"
"""PDF/A with its structure: it opens in many years, and a screen reader finds its way."""


def set_page(name: str, told: Mapping[str, Any]) -> bytes:
    """The PDF of a page of this room."""
    return typeset(_PAGES / f"{name}.typ", told, standard=_STANDARD)
