"""Running numbers of nested lists, some of which may have been read wrongly or not at all."""

from dataclasses import dataclass, field

_MOST_MISSED = 3
"""Numbers that OCR may lose between two that it read."""
_DEEPEST = 6


@dataclass(slots=True)
class Running:
    """How far the lists have come that we are in, the innermost last."""

    reached: list[int] = field(default_factory=list)

    def steps_to(self, number: int, *, coming: int | None) -> int:
        """How many entries further this number is, and go there; 0: it is no running number.

        `coming` is the number that is read next: where it fits, one that does not was misread.
        """
        if self._was_misread(number, coming):
            number = self.reached[-1] + 1 if self.reached else 1
        if self.reached and 0 < number - self.reached[-1] <= 1 + _MOST_MISSED:
            steps = number - self.reached[-1]
            self.reached[-1] = number
            return steps
        if number == 1:
            self.reached = [*self.reached[1 - _DEEPEST :], 1]
            return 1
        return self._back_to(number)

    def _was_misread(self, number: int, coming: int | None) -> bool:
        last = self.reached[-1] if self.reached else 0
        return number != last + 1 and coming == last + 2 and not (number == 1 and coming == 2)

    def _back_to(self, number: int) -> int:
        """An outer list may go on after an inner one."""
        while self.reached and number != self.reached[-1] + 1:
            if number - 1 not in self.reached:
                return 0
            self.reached.pop()
        if not self.reached:
            return 0
        self.reached[-1] = number
        return 1
