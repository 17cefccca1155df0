"""Answers before they are checked: plain values as from JSON, each knowing its place."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeGuard

from pragola.scoring.faults import Fact, Fault
from pragola.workbook.suggestions import nearest
from pragola.workbook.typed import one_line

type Json = str | int | Decimal | bool | list["Json"] | dict[str, "Json"] | Reported | None
type Path = tuple[str | int, ...]

_LONGEST_SHOWN = 80
_MOST_DIGITS = 40
_HIGHEST_EXPONENT = 30


class Reported(Enum):
    """Stands where a reader found a value it could not read and has reported it itself."""

    REPORTED = "reported"


def show_path(path: Path) -> str:
    """`innovations[2].claims.SID-01`, the place as a JSON reader would write it."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".")


@dataclass(slots=True)
class Report:
    """Collects faults; `place_of` turns a path into a place of the file that was read."""

    place_of: Callable[[Path], str] = show_path
    faults: list[Fault] = field(default_factory=list)

    def add(self, path: Path, fault: Fault) -> None:
        """Keep the fault with the place of that path."""
        self.faults.append(
            Fault(
                code=fault.code,
                place=self.place_of(path),
                found=fault.found,
                expected=fault.expected,
                facts=fault.facts,
            )
        )


@dataclass(frozen=True, slots=True)
class Raw:
    """A value with its path. Questions about it report a fault and answer None."""

    value: Json
    path: Path
    report: Report

    @property
    def is_empty(self) -> bool:
        """Nothing stands here, or what stood here has been reported already."""
        return self.value is None or self.is_reported

    @property
    def is_reported(self) -> bool:
        """The reader of the file has reported already what stood here."""
        return self.value is Reported.REPORTED

    def refuse(self, code: str, *, expected: str = "", **facts: Fact) -> None:
        """Report a fault here, with what was found."""
        fault = Fault(
            code=code, found=shown(self.value), expected=expected, facts=tuple(facts.items())
        )
        self.report.add(self.path, fault)

    def entries(
        self, known: Collection[str], *, unknown: str = "answer_key_unknown"
    ) -> dict[str, "Raw"]:
        """The values of a mapping by key; keys that are not `known` are reported as `unknown`."""
        if self.is_empty:
            return {}
        if not isinstance(self.value, dict):
            self.refuse("mapping_expected")
            return {}
        found = {key: self.entry(key) for key in self.value}
        for key in [key for key in found if key not in known]:
            found.pop(key)._refuse_key(unknown, key, known)
        return found

    def entry(self, key: str) -> "Raw":
        """What stands under a key; empty where there is no such key or no mapping."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Raw(value, (*self.path, key), self.report)

    def items(self) -> tuple["Raw", ...]:
        """The values of a list."""
        if self.is_empty:
            return ()
        if not isinstance(self.value, list):
            self.refuse("list_expected")
            return ()
        return tuple(Raw(v, (*self.path, n), self.report) for n, v in enumerate(self.value))

    def text(self, *, longest: int = 500) -> str | None:
        """A text on one line, its spaces collapsed; None where empty."""
        if self.is_empty:
            return None
        if not isinstance(self.value, str):
            self.refuse("text_expected")
            return None
        text = one_line(self.value)
        if text is None:
            self.refuse("text_unreadable")
            return None
        if len(text) > longest:
            self.refuse("text_too_long", expected=str(longest), length=len(text))
            return None
        return text or None

    def whole(self, *, lowest: int, highest: int, code: str = "whole_expected") -> int | None:
        """A whole number within both ends."""
        if self.is_empty:
            return None
        value = self.value
        if not _is_number(value) or not _is_sensible(value) or value != int(value):
            self.refuse(code, expected=f"{lowest}–{highest}")
            return None
        if not lowest <= value <= highest:
            self.refuse("out_of_range", expected=f"{lowest}–{highest}")
            return None
        return int(value)

    def decimal(self) -> Decimal | None:
        """A number, given as a number or as text with a decimal point."""
        if self.is_empty:
            return None
        value = _as_decimal(self.value)
        if value is None:
            self.refuse("number_expected")
            return None
        if not _is_sensible(value):
            self.refuse("number_too_large", expected=str(_MOST_DIGITS))
            return None
        return value

    def day(self) -> date | None:
        """A day written as 2022-12-14."""
        if self.is_empty:
            return None
        try:
            if isinstance(self.value, str) and len(self.value) == len("2022-12-14"):
                return date.fromisoformat(self.value)
        except ValueError:
            pass
        self.refuse("date_expected")
        return None

    def _refuse_key(self, code: str, key: str, known: Collection[str]) -> None:
        facts: tuple[tuple[str, Fact], ...] = (("nearest", nearest(key, known)),)
        self.report.add(self.path, Fault(code=code, found=shorten(key), facts=facts))


def shown(value: Json) -> str:
    """A value as it is shown back to the person who wrote it."""
    if value is None or isinstance(value, Reported):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{…}"
    if isinstance(value, list):
        return "[…]"
    return shorten(str(value) if not isinstance(value, str) else value)


def shorten(text: str) -> str:
    """The text with its unprintable signs marked, cut where it gets long."""
    readable = "".join(sign if sign.isprintable() else "�" for sign in text[:_LONGEST_SHOWN])
    return readable if len(text) <= _LONGEST_SHOWN else f"{readable}…"


def _is_number(value: Json) -> TypeGuard[int | Decimal]:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _as_decimal(value: Json) -> Decimal | None:
    if _is_number(value):
        return Decimal(value)
    if isinstance(value, str) and _is_machine_number(value):
        return Decimal(value)
    return None


def _is_machine_number(text: str) -> bool:
    whole, point, fraction = text.removeprefix("-").partition(".")
    digits = whole + fraction
    return digits.isascii() and digits.isdigit() and bool(whole) and bool(fraction) == bool(point)


def _is_sensible(value: int | Decimal) -> bool:
    number = Decimal(value)
    if not number.is_finite():
        return False
    digits = len(number.as_tuple().digits)
    return digits <= _MOST_DIGITS and abs(number.adjusted()) <= _HIGHEST_EXPONENT
