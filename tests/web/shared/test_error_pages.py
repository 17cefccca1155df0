"""Pages for what goes wrong speak plainly, and need nothing that could go wrong with them."""

import pytest
from django.template.loader import get_template


@pytest.mark.parametrize(
    ("page", "said"),
    [("400.html", "Permintaan tidak dipahami"), ("500.html", "Pragola sedang bermasalah")],
)
def test_pages_of_last_resort_stand_alone(page: str, said: str) -> None:
    """Without a request, a person or a database."""
    assert f"<h1>{said}</h1>" in get_template(page).render()
