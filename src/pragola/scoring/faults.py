"""The one family of errors: facts about what is wrong, without a sentence.

The edge (command line, page) makes the sentence with `pragola.wording.say`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

type Fact = str | int | Decimal | date | None
type Facts = tuple[tuple[str, Fact], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong with an input.

    `code` names the kind of fault, `place` says where (`edition.yaml:12`, `Klaim!D7`,
    `innovations[2].claims.SID-01`), `found` what stands there, `expected` what should;
    `facts` are further named values for the sentence.
    """

    code: str
    place: str = ""
    found: str = ""
    expected: str = ""
    facts: Facts = ()


class PragolaError(Exception):
    """Root of all errors of Pragola; carries at least one fault."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults: tuple[Fault, ...] = faults

    def __str__(self) -> str:
        return "; ".join(f"{f.place}: {f.code} {f.found} {f.expected}".strip() for f in self.faults)
