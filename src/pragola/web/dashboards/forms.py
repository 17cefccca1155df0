"""What a reader asks of a list, from the address."""

from django.http import HttpRequest

from pragola.web.dashboards.queries.coordination import Filter
from pragola.web.dashboards.queries.innovations import Search
from pragola.web.shared.numbers import whole
from pragola.web.shared.texts import typed

_LONGEST = 100
_MOST_UNITS = 1000


def search_of(request: HttpRequest) -> Search:
    """What the list of innovations is narrowed to: `cari`, `unit`, and `semua` for all."""
    asked = request.GET
    return Search(
        text=_asked(request, "cari"),
        unit=asked.get("unit", "")[:_LONGEST],
        everything="semua" in asked,
    )


def filter_of(request: HttpRequest) -> Filter:
    """What the list of units is narrowed to and how it is ordered; `pilih` marks all shown."""
    return Filter(
        words=_asked(request, "cari"),
        kind=_asked(request, "jenis"),
        only=_asked(request, "hanya"),
        state=_asked(request, "keadaan"),
        under=_asked(request, "induk"),
        order=_asked(request, "urut"),
        chosen=_asked(request, "pilih") == "semua",
    )


def units_of(request: HttpRequest) -> tuple[int, ...]:
    """The ids of the units that were chosen, of a page or of a form."""
    asked = request.POST if request.method == "POST" else request.GET
    named = map(whole, asked.getlist("unit")[:_MOST_UNITS])
    return tuple(number for number in named if number is not None)


def _asked(request: HttpRequest, name: str) -> str:
    return typed(request.GET.get(name, "")[:_LONGEST])
