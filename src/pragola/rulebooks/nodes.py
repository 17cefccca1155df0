"""YAML as located nodes: every text, list and mapping knows its file and line.

Only the plain part of YAML is read: no anchors, aliases, tags or further documents, and
every scalar stays the text that was written.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from pragola.rulebooks.desk import Desk, Mark

MOST_BYTES = 1_000_000
DEEPEST = 20
_NULLS = ("", "~", "null")


class Text(NamedTuple):
    """A scalar as written; `plain` without quotes."""

    text: str
    mark: Mark
    plain: bool = True

    @property
    def is_null(self) -> bool:
        """Whether it says that there is no value."""
        return self.plain and self.text in _NULLS


class Items(NamedTuple):
    """A list."""

    items: "tuple[Node, ...]"
    mark: Mark


class Entry(NamedTuple):
    """A key of a mapping with its value."""

    key: Text
    value: "Node"


class Entries(NamedTuple):
    """A mapping, in the file's order."""

    entries: tuple[Entry, ...]
    mark: Mark

    def get(self, key: str) -> "Node | None":
        """The value at the key."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


type Node = Text | Items | Entries


class _GiveUpError(Exception):
    """The rest of the file cannot be read; the fault is on the desk."""


def nodes_of(content: bytes, *, file: str, desk: Desk) -> Node | None:
    """The one document in `content`, None where it cannot be read; faults go to the desk."""
    start = Mark(file, 1)
    try:
        return _Parser(_decoded(content, start, desk), file, desk).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = Mark(file, mark.line + 1) if mark else start
        desk.fault("yaml_broken", line, found=str(error.problem))
    except yaml.reader.ReaderError as error:
        desk.fault("yaml_broken", start, found=str(error.reason))
    except _GiveUpError:
        pass
    return None


def _decoded(content: bytes, start: Mark, desk: Desk) -> str:
    if len(content) > MOST_BYTES:
        desk.fault("yaml_too_large", start, found=len(content), expected=MOST_BYTES)
        raise _GiveUpError
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        desk.fault("yaml_not_utf8", Mark(start.file, line))
        raise _GiveUpError from error


class _Parser:
    """Builds nodes from the events of PyYAML's C parser."""

    def __init__(self, text: str, file: str, desk: Desk) -> None:
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        self._file = file
        self._desk = desk

    def document(self) -> Node:
        """The first document; a second one is a fault."""
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            self._fault("yaml_empty", event)
            raise _GiveUpError
        node = self._node(next(self._events), depth=1)
        next(self._events)
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            self._fault("yaml_documents", event)
        return node

    def _node(self, event: Any, *, depth: int) -> Node:
        mark = self._mark(event)
        if isinstance(event, yaml.AliasEvent):
            self._fault("yaml_alias", event, found=f"*{event.anchor}")
            return Text("", mark)
        self._refuse_decoration(event)
        if isinstance(event, yaml.ScalarEvent):
            return Text(event.value, mark, not event.style)
        if depth > DEEPEST:
            self._desk.fault("yaml_too_deep", mark, expected=DEEPEST)
            raise _GiveUpError
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._items(depth)), mark)
        return Entries(tuple(self._entries(depth)), mark)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth=depth + 1)

    def _entries(self, depth: int) -> Iterator[Entry]:
        seen: dict[str, Mark] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth=depth + 1)
            value = self._node(next(self._events), depth=depth + 1)
            if not isinstance(key, Text):
                self._desk.fault("key_not_text", key.mark)
            elif key.text in seen:
                self._key_twice(key, seen[key.text])
            else:
                seen[key.text] = key.mark
                yield Entry(key, value)

    def _key_twice(self, key: Text, first: Mark) -> None:
        self._desk.fault("key_twice", key.mark, found=key.text, first=str(first))

    def _refuse_decoration(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault("yaml_anchor", event, found=f"&{event.anchor}")
        if event.tag is not None:
            self._fault("yaml_tag", event, found=event.tag)

    def _mark(self, event: Any) -> Mark:
        return Mark(self._file, event.start_mark.line + 1)

    def _fault(self, code: str, event: Any, *, found: str = "") -> None:
        self._desk.fault(code, self._mark(event), found=found)
