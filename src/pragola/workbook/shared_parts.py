"""What all sheets of an Excel file share: texts, and the styles that change a number's meaning."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pragola.workbook.xml_parts import Hearer, counts_from_1904, hear

_BUILT_IN_PERCENTS = frozenset({9, 10})
_BUILT_IN_DAYS = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_NOT_PATTERN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class SharedParts:
    """Texts by their number; `percents` and `days` are the styles that show numbers so."""

    texts: tuple[str, ...]
    percents: frozenset[str]
    days: frozenset[str]
    from_1904: bool


def shared_parts(parts: Mapping[str, bytes]) -> SharedParts:
    """The shared parts of a workbook; a missing part is an empty one."""
    texts, styles = _Texts(), _Styles()
    if "xl/sharedStrings.xml" in parts:
        hear(parts["xl/sharedStrings.xml"], texts)
    if "xl/styles.xml" in parts:
        hear(parts["xl/styles.xml"], styles)
    return SharedParts(
        texts=tuple(texts.found),
        percents=styles.with_format(styles.percents),
        days=styles.with_format(styles.days),
        from_1904=counts_from_1904(parts),
    )


def unescaped(text: str) -> str:
    """The text with signs that XML cannot carry put back: `_x000D_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


class TextHearer(Hearer):
    """Gathers the text of `t` elements, leaving out the readings of Japanese texts."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._in_text = self._in_reading = False

    def start(self, name: str, _: dict[str, str]) -> None:
        """A text or a reading may begin."""
        if name == "t":
            self._in_text = True
        elif name == "rPh":
            self._in_reading = True

    def text(self, text: str) -> None:
        """Part of a text."""
        if self._in_text and not self._in_reading:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        """A text or a reading may end."""
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._in_reading = False

    def taken(self) -> str:
        """What has been gathered since it was last taken."""
        text = "".join(self._pieces)
        self._pieces.clear()
        return text


class _Texts(TextHearer):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def end(self, name: str) -> None:
        super().end(name)
        if name == "si":
            self.found.append(unescaped(self.taken()))


class _Styles(Hearer):
    def __init__(self) -> None:
        self.percents, self.days = set(_BUILT_IN_PERCENTS), set(_BUILT_IN_DAYS)
        self._formats: list[int] = []
        self._inside = False

    def start(self, name: str, given: dict[str, str]) -> None:
        if name == "numFmt":
            self._take_format(int(given.get("numFmtId", "-1")), given.get("formatCode", ""))
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self._formats.append(int(given.get("numFmtId", "0")))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._inside = False

    def with_format(self, formats: set[int]) -> frozenset[str]:
        """The styles, as cells name them, that have one of the number formats."""
        return frozenset(str(n) for n, used in enumerate(self._formats) if used in formats)

    def _take_format(self, number: int, code: str) -> None:
        pattern = _NOT_PATTERN.sub("", code).lower()
        if "%" in pattern:
            self.percents.add(number)
        elif "d" in pattern or "y" in pattern:
            self.days.add(number)
