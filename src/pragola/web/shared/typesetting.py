"""Sets pages with Typst as PDF/A; what people wrote reaches a page as text, never as markup.

PDF/A allows no sign that the fonts lack. Such a sign is told as □ on paper, so that every paper
is made; pages of the site and DOCX keep it.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal
from unicodedata import category

import typst

LACKING = "□"
"""What stands for a sign that the fonts do not have; they have this one."""
_NOT_PLAIN = re.compile(r"[^\n\t -~\u00a0-\u017f–—‘’“”…]")
"""Signs beyond the letters and marks that Typst's fonts have for sure."""
_TRIAL = b"#sys.inputs.told"
_MOST_ASKED = 256
"""Texts with more different signs than that are in scripts that no font of Typst is for."""
_JOINED = frozenset({"Mn", "Me", "Mc", "Cf", "Sk"})
"""Marks, joiners and skin tones: they say nothing without the sign before them."""


def typeset(
    page: Path,
    told: Mapping[str, Any],
    *,
    standard: Literal["a-2a", "a-2b"],
    at: datetime | None = None,
) -> bytes:
    """The PDF of a page that is told `told`; fonts are those of Typst, everywhere the same."""
    with suppress(typst.TypstError):
        return _compiled(page, told, standard, at)
    beyond = frozenset(_NOT_PLAIN.findall("".join(_texts(told)))) - {LACKING}
    with suppress(typst.TypstError):
        return _compiled(page, _without(told, _without_shape(beyond)), standard, at)
    return _compiled(page, _without(told, beyond), standard, at)


def _compiled(
    page: Path, told: Mapping[str, Any], standard: Literal["a-2a", "a-2b"], at: datetime | None
) -> bytes:
    pdf = typst.compile(
        page,
        root=page.parent,
        format="pdf",
        sys_inputs={"told": json.dumps(told, ensure_ascii=False)},
        pdf_standards=standard,
        ignore_system_fonts=True,
        timestamp=at,
    )
    assert isinstance(pdf, bytes)
    return pdf


def _texts(told: Any) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        for each in told.values():
            yield from _texts(each)
    elif isinstance(told, list | tuple):
        for each in told:
            yield from _texts(each)


def _without_shape(signs: frozenset[str]) -> frozenset[str]:
    asked = sorted(signs)
    return frozenset(asked[_MOST_ASKED:]) | frozenset(_lacking("".join(asked[:_MOST_ASKED])))


@lru_cache(maxsize=1024)
def _lacking(signs: str) -> tuple[str, ...]:
    """Which of these signs no font has: they are set together, and by halves where that fails."""
    if not signs or _has_shapes(signs):
        return ()
    if len(signs) == 1:
        return (signs,)
    half = len(signs) // 2
    return _lacking(signs[:half]) + _lacking(signs[half:])


def _has_shapes(signs: str) -> bool:
    try:
        typst.compile(
            _TRIAL,
            format="pdf",
            sys_inputs={"told": " ".join(f"a{sign}" for sign in signs)},
            pdf_standards="a-2a",
            ignore_system_fonts=True,
        )
    except typst.TypstError:
        return False
    return True


def _without(told: Any, lacking: Collection[str]) -> Any:
    if isinstance(told, str):
        return "".join(_told_plainly(told, lacking))
    if isinstance(told, Mapping):
        return {key: _without(each, lacking) for key, each in told.items()}
    if isinstance(told, list | tuple):
        return [_without(each, lacking) for each in told]
    return told


def _told_plainly(text: str, lacking: Collection[str]) -> Iterator[str]:
    after = False
    for sign in text:
        joined = after and category(sign) in _JOINED
        if not joined:
            after = sign in lacking
            yield LACKING if after else sign
