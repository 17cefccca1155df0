"""The explanation of one value as its page shows it."""

from pragola.web.dashboards.queries.explanation import explanation_page
from pragola.web.dashboards.queries.known import known_demonstration
from pragola.wording import Language


def test_a_value_knows_the_way_up() -> None:
    """From a row back to the index, the index first."""
    page = explanation_page(known_demonstration("2023"), "total", "claimed", Language.INDONESIAN)
    assert page is not None
    assert [above.key for above in page.trail] == ["index", "index/exact"]


def test_a_reading_that_is_none_has_no_page() -> None:
    """Only the engine's four readings are explained."""
    assert (
        explanation_page(known_demonstration("2023"), "index", "edition", Language.INDONESIAN)
        is None
    )
