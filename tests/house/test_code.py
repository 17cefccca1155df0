"""Rules of style that a machine can hold."""

import ast
from collections.abc import Iterator

from tests.house.modules import SOURCE, Definition, Module, modules

MOST_LINES_OF_A_MODULE = 400
MOST_LINES_OF_A_FUNCTION = 60
NAMES_THAT_SAY_NOTHING = {"common", "helpers", "manager", "misc", "service", "services", "utils"}
FLOATING = {"Float32", "Float64", "float32", "float64"}


def test_no_module_is_too_long_to_read_in_one_go() -> None:
    """A module of more than 400 lines holds two things."""
    lengths = {str(m.path.relative_to(SOURCE)): len(m.text.splitlines()) for m in modules()}
    assert {name: n for name, n in lengths.items() if n > MOST_LINES_OF_A_MODULE} == {}


def test_no_function_does_more_than_one_thing() -> None:
    """60 lines is where nobody follows any more; most have ten."""
    found = [
        f"{module.place(node)} {node.name}"
        for module in modules()
        for node in module.definitions()
        if not isinstance(node, ast.ClassDef) and lines(node) > MOST_LINES_OF_A_FUNCTION
    ]
    assert found == []


def test_everything_public_states_its_promise() -> None:
    """Modules, classes, functions and methods without underscore have a docstring."""
    found = [
        f"{module.path.relative_to(SOURCE)}: {name}"
        for module in modules()
        for name, node in public(module)
        if not ast.get_docstring(node)
    ]
    assert found == []


def test_no_official_figure_meets_a_float() -> None:
    """The engine counts in whole numbers, decimals and fractions, in its columns too."""
    found = [
        module.place(node)
        for module in modules("scoring")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.expr) and is_floating(node)
    ]
    assert found == []


def test_a_module_is_named_for_what_it_holds() -> None:
    """A name that fits everything invites everything."""
    found = [
        str(module.path.relative_to(SOURCE))
        for module in modules()
        if NAMES_THAT_SAY_NOTHING & {*module.path.relative_to(SOURCE).with_suffix("").parts}
    ]
    assert found == []


def lines(node: Definition) -> int:
    """How many lines a definition spans, without its decorators."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def public(module: Module) -> Iterator[tuple[str, ast.Module | Definition]]:
    """What others may use: the module, its public names, and their public methods."""
    if module.text.strip():
        yield "the module", module.tree
    yield from _public_definitions(module.tree)


def _public_definitions(node: ast.Module | ast.ClassDef) -> Iterator[tuple[str, Definition]]:
    for child in node.body:
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if child.name.startswith("_") or child.name == "Meta":
            continue
        yield child.name, child
        if isinstance(child, ast.ClassDef):
            yield from _public_definitions(child)


def is_floating(node: ast.expr) -> bool:
    """Whether the expression is, makes or asks for a float."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float)
    if isinstance(node, ast.Name):
        return node.id == "float"
    return isinstance(node, ast.Attribute) and node.attr in FLOATING
