"""What inspection looks at is said to people in their language."""

from pragola.inspection.checks import CHECKS
from pragola.inspection.findings import Severity
from pragola.wording.check_words import LOOKS_AT, NAMES, STRENGTHS


def test_every_check_has_its_words() -> None:
    """A new row of the table of checks gets its two sentences in `wording/check_words.py`."""
    assert (set(CHECKS) - set(NAMES), set(CHECKS) - set(LOOKS_AT)) == (set(), set())


def test_every_strength_has_its_words() -> None:
    """All four."""
    assert set(STRENGTHS) == {severity.value for severity in Severity}
