"""An edition written as a difference: the base's nodes with the announced changes."""

from pragola.rulebooks.desk import Desk
from pragola.rulebooks.fields import items_of, shown, unknown_name
from pragola.rulebooks.nodes import Entries, Entry, Items, Node, Text

_KEYS = ("code", "extends", "sources", "changes", "gaps")
_ADDED_TO = ("sources", "gaps")
_NAMES = ("code", "id", "name")


def overlaid(base: Entries, difference: Entries, desk: Desk) -> Entries:
    """The base with the difference's code, changes, further sources and further gaps.

    A change names its value by a path (`indicators.SID-01.weight`) that the base must have.
    """
    for required in ("code", "changes"):
        if difference.get(required) is None:
            desk.fault("key_missing", difference.mark, expected=required)
    merged = base
    for entry in difference.entries:
        key = entry.key.text
        if key == "changes":
            merged = _changed(merged, entry.value, desk)
        elif key in _ADDED_TO:
            merged = _put(merged, key, _joined(merged.get(key), entry.value, desk))
        elif key == "code":
            merged = _put(merged, key, entry.value)
        elif key not in _KEYS:
            unknown_name("key_unknown", entry.key, _KEYS, desk)
    return merged


def _joined(before: Node | None, added: Node, desk: Desk) -> Node:
    listed = items_of(before, desk) if before else ()
    return Items((*listed, *items_of(added, desk)), added.mark)


def _changed(base: Entries, changes: Node, desk: Desk) -> Entries:
    if not isinstance(changes, Entries):
        desk.fault("not_a_mapping", changes.mark, found=shown(changes))
        return base
    merged: Node = base
    for change in changes.entries:
        merged = _replaced(merged, tuple(change.key.text.split(".")), change, desk)
    assert isinstance(merged, Entries)
    return merged


def _replaced(node: Node, path: tuple[str, ...], change: Entry, desk: Desk) -> Node:
    """The node with the value at the path replaced; untouched where there is no such path."""
    if not path:
        return change.value
    children = _children(node)
    if path[0] not in children:
        step = Text(path[0], change.key.mark)
        unknown_name("path_unknown", step, children, desk, path=change.key.text)
        return node
    child = _replaced(children[path[0]], path[1:], change, desk)
    return _put(node, path[0], child)


def _children(node: Node) -> dict[str, Node]:
    if isinstance(node, Entries):
        return {entry.key.text: entry.value for entry in node.entries}
    if isinstance(node, Items):
        named = ((_name(item), item) for item in node.items)
        return {name: item for name, item in named if name}
    return {}


def _name(item: Node) -> str:
    """What an item of a list is called in a path: its code, id or name."""
    if isinstance(item, Entries):
        for key in _NAMES:
            value = item.get(key)
            if isinstance(value, Text):
                return value.text
    return ""


def _put[N: Node](node: N, name: str, child: Node) -> N:
    if isinstance(node, Entries):
        entries = (Entry(e.key, child) if e.key.text == name else e for e in node.entries)
        return node._replace(entries=tuple(entries))
    assert isinstance(node, Items)
    items = (child if _name(item) == name else item for item in node.items)
    return node._replace(items=tuple(items))
