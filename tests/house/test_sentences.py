"""What is raised anywhere can be said: every code of a fault or finding has its sentence."""

import ast
import re
from collections.abc import Iterator

from pragola.wording.say import all_sentences
from tests.house.modules import Module, modules

CODE = re.compile(r"[a-z]+(_[a-z0-9]+)+")
MAKERS = re.compile(
    r"Fault|Finding|_?(fault|finding|error|refused?|note|about|known_name|unknown_name|required_text)"
)


def test_every_code_that_is_raised_has_a_sentence() -> None:
    """A person never reads a code where a sentence belongs."""
    unsaid = {
        f"{code} in {module.path.name}"
        for module in modules()
        for code in codes_raised(module)
        if code not in all_sentences()
    }
    assert unsaid == set()


def codes_raised(module: Module) -> Iterator[str]:
    """Texts like codes that are given to anything as `code`, or to a maker of facts."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            given += node.args if MAKERS.fullmatch(called(node.func)) else []
            yield from (text for value in given for text in codes_in(value))
        if isinstance(node, ast.Assign) and called(node.targets[0]) == "code":
            yield from codes_in(node.value)


def codes_in(value: ast.expr) -> Iterator[str]:
    """The code a value is, or the two it is chosen from."""
    if isinstance(value, ast.IfExp):
        yield from (*codes_in(value.body), *codes_in(value.orelse))
    elif isinstance(value, ast.Constant) and CODE.fullmatch(str(value.value)):
        yield str(value.value)


def called(function: ast.expr) -> str:
    """The last part of a name."""
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
