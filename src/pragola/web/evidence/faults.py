"""What can be wrong with a file on its way in."""

from pragola.scoring.faults import Fact, Fault, PragolaError


class ArrivalError(PragolaError):
    """A request about a file that cannot be done now; what has come stays."""

    def __init__(self, code: str, **facts: Fact) -> None:
        """Keep the code and the facts of its sentence."""
        super().__init__(Fault(code=code, facts=tuple(facts.items())))

    @property
    def code(self) -> str:
        """Which of them it is."""
        return self.faults[0].code


class RefusalError(PragolaError):
    """A file that is all here and cannot be kept; `queries.arrivals.about` tells why."""

    def __init__(self, code: str) -> None:
        """Keep the code, which is all that an arrival remembers."""
        super().__init__(Fault(code=code))

    @property
    def code(self) -> str:
        """Which of them it is."""
        return self.faults[0].code
