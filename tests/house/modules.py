"""The modules of Pragola as syntax trees."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.committed import ROOT

SOURCE = ROOT / "src" / "pragola"
WRITTEN_BY_DJANGO = "migrations"

type Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True, slots=True)
class Module:
    """A module with its text and tree."""

    path: Path
    text: str
    tree: ast.Module

    def place(self, node: ast.stmt | ast.expr) -> str:
        """Where a node stands, as `file:line`."""
        return f"{self.path.relative_to(ROOT)}:{node.lineno}"

    def definitions(self) -> Iterator[Definition]:
        """Every function and class, at any depth."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield node


def modules(room: str = ".") -> list[Module]:
    """The modules of one room, or all, that people write."""
    return [
        Module(path, text := path.read_text(), ast.parse(text))
        for path in sorted((SOURCE / room).rglob("*.py"))
        if WRITTEN_BY_DJANGO not in path.parts
    ]
