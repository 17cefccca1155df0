"""What a reader asks of a list, from the address."""

from django.http import HttpRequest

from pragola.web.dashboards.queries.innovations import Search

_LONGEST = 100


def search_of(request: HttpRequest) -> Search:
    """What the list of innovations is narrowed to: `cari`, `unit`, and `semua` for all."""
    asked = request.GET
    return Search(
        text=asked.get("cari", "")[:_LONGEST].strip(),
        unit=asked.get("unit", "")[:_LONGEST],
        everything="semua" in asked,
    )
