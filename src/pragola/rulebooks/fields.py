"""Typed access to nodes: what does not fit is laid on the desk, and reading goes on.

A reader takes a node and the desk and always returns a value of its type: after a fault
that is a stand-in, and an edition with a fault is never handed out.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from types import TracebackType
from typing import Self

from pragola.rulebooks.desk import MUTED, Desk, Mark
from pragola.rulebooks.nodes import Entries, Items, Node, Text
from pragola.scoring.faults import Fact

type Reader[T] = Callable[[Node, Desk], T]

_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,9})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FLAGS = {"true": True, "false": False}
_MOST_NAMED = 12
_NOTHING = Text("", Mark("", 0))


class Fields:
    """The entries of one mapping, each asked for by its key; leaving reports the others."""

    def __init__(self, node: Node, desk: Desk) -> None:
        self.mark = node.mark
        self.desk = desk
        self._asked: list[str] = []
        if isinstance(node, Entries):
            self._entries = node
        else:
            desk.fault("not_a_mapping", node.mark, found=shown(node))
            self._entries = Entries((), node.mark)
            self.desk = MUTED

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for entry in self._entries.entries:
            if entry.key.text not in self._asked:
                unknown_name("key_unknown", entry.key, self._asked, self.desk)

    def node(self, key: str) -> Node | None:
        """The node at the key."""
        self._asked.append(key)
        return self._entries.get(key)

    def mark_of(self, *path: str) -> Mark:
        """Where the value at the path stands, or as much of the path as is there."""
        node: Node = self._entries
        for key in path:
            below = node.get(key) if isinstance(node, Entries) else None
            node = below or node
        return node.mark

    def required[T](self, key: str, reader: Reader[T]) -> T:
        """The value at a key that must be there."""
        node = self.node(key)
        if node is None:
            self.desk.fault("key_missing", self.mark, expected=key)
            return reader(_NOTHING, MUTED)
        return reader(node, self.desk)

    def optional[T](self, key: str, reader: Reader[T], *, default: T) -> T:
        """The value at the key, `default` without it."""
        node = self.node(key)
        return default if node is None else reader(node, self.desk)

    def nullable[T](self, key: str, reader: Reader[T]) -> T | None:
        """The value at a key that must be there but may say null."""
        node = self._entries.get(key)
        if isinstance(node, Text) and node.is_null:
            self._asked.append(key)
            return None
        return self.required(key, reader)


def shown(node: Node) -> str:
    """A node as it is named in a fault."""
    if isinstance(node, Text):
        return node.text
    return "[…]" if isinstance(node, Items) else "{…}"


def unknown_name(code: str, name: Text, known: Iterable[str], desk: Desk, **facts: Fact) -> None:
    """Lay down that a name is not known, with those that are and the nearest of them."""
    names = tuple(dict.fromkeys(known))
    nearest = get_close_matches(name.text, names, n=1)
    if nearest:
        facts["nearest"] = nearest[0]
    expected = ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    desk.fault(code, name.mark, found=name.text, expected=expected, **facts)


def text(node: Node, desk: Desk) -> str:
    """A text that is not empty."""
    if isinstance(node, Text) and not node.is_null and node.text.strip():
        return node.text.strip()
    desk.fault("not_a_text", node.mark, found=shown(node))
    return ""


def whole_between(lowest: int, highest: int) -> Reader[int]:
    """A whole number in that span."""

    def read(node: Node, desk: Desk) -> int:
        if not isinstance(node, Text) or not _WHOLE.fullmatch(node.text):
            desk.fault("not_a_whole_number", node.mark, found=shown(node))
        elif not lowest <= int(node.text) <= highest:
            desk.fault(
                "number_out_of_range", node.mark, found=node.text, expected=f"{lowest}–{highest}"
            )
        else:
            return int(node.text)
        return lowest

    return read


def decimal(node: Node, desk: Desk) -> Decimal:
    """A decimal number, exact as written."""
    if isinstance(node, Text) and _DECIMAL.fullmatch(node.text):
        return Decimal(node.text)
    desk.fault("not_a_decimal", node.mark, found=shown(node))
    return Decimal(1)


def positive_decimal(node: Node, desk: Desk) -> Decimal:
    """A decimal number above zero."""
    value = decimal(node, desk)
    if value > 0:
        return value
    desk.fault("not_positive", node.mark, found=shown(node))
    return Decimal(1)


def decimal_between(lowest: Decimal, highest: Decimal) -> Reader[Decimal]:
    """A decimal number in that span."""

    def read(node: Node, desk: Desk) -> Decimal:
        value = decimal(node, desk)
        if lowest <= value <= highest:
            return value
        desk.fault("number_out_of_range", node.mark, found=value, expected=f"{lowest}–{highest}")
        return lowest

    return read


def flag(node: Node, desk: Desk) -> bool:
    """`true` or `false`."""
    if isinstance(node, Text) and node.text in _FLAGS:
        return _FLAGS[node.text]
    desk.fault("not_a_flag", node.mark, found=shown(node), expected=", ".join(_FLAGS))
    return False


def day(node: Node, desk: Desk) -> date:
    """A day as 2026-01-31."""
    if isinstance(node, Text) and _DAY.fullmatch(node.text):
        try:
            return date.fromisoformat(node.text)
        except ValueError:
            pass
    desk.fault("not_a_day", node.mark, found=shown(node))
    return date.min


def matching(pattern: re.Pattern[str], example: str) -> Reader[str]:
    """A text of that form."""

    def read(node: Node, desk: Desk) -> str:
        if isinstance(node, Text) and pattern.fullmatch(node.text):
            return node.text
        desk.fault("wrong_form", node.mark, found=shown(node), expected=example)
        return ""

    return read


def one_of(known: Sequence[str]) -> Reader[str]:
    """One of those texts."""

    def read(node: Node, desk: Desk) -> str:
        name = node if isinstance(node, Text) else Text(shown(node), node.mark)
        if name.text not in known:
            unknown_name("not_a_choice", name, known, desk)
        return name.text

    return read


def choice_of[E: StrEnum](choices: type[E]) -> Reader[E]:
    """One of the values of an enumeration."""

    names = [choice.value for choice in choices]

    def read(node: Node, desk: Desk) -> E:
        name = one_of(names)(node, desk)
        return choices(name) if name in names else next(iter(choices))

    return read


def items_of(node: Node, desk: Desk) -> Sequence[Node]:
    """The items of a list."""
    if isinstance(node, Items):
        return node.items
    desk.fault("not_a_list", node.mark, found=shown(node))
    return ()


def list_of[T](reader: Reader[T], *, least: int = 1) -> Reader[tuple[T, ...]]:
    """A list with at least that many items."""

    def read(node: Node, desk: Desk) -> tuple[T, ...]:
        nodes = items_of(node, desk)
        if isinstance(node, Items) and len(nodes) < least:
            desk.fault("list_too_short", node.mark, found=len(nodes), expected=least)
        return tuple(reader(item, desk) for item in nodes)

    return read


def distinct_list_of[T](
    reader: Reader[T], *, name: Callable[[T], str], code: str, least: int = 1
) -> Reader[tuple[T, ...]]:
    """A list whose items bear different names; `code` is the fault of a second one."""

    def read(node: Node, desk: Desk) -> tuple[T, ...]:
        values = list_of(reader, least=least)(node, desk)
        marks = (item.mark for item in items_of(node, MUTED))
        once_each(code, zip(map(name, values), marks, strict=True), desk)
        return values

    return read


def once_each(code: str, names: Iterable[tuple[str, Mark]], desk: Desk) -> None:
    """Lay down every name that comes a second time; a name that could not be read is empty."""
    seen: dict[str, Mark] = {}
    for name, mark in names:
        if name and name in seen:
            desk.fault(code, mark, found=name, first=str(seen[name]))
        seen.setdefault(name, mark)
