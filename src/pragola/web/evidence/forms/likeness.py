"""What is looked for among alike pairs."""

from django.http import HttpRequest

from pragola.web.evidence.models import How
from pragola.web.evidence.queries.pairs import Wanted
from pragola.web.shared.texts import typed

_LONGEST = 100


def wanted_pairs(request: HttpRequest) -> Wanted:
    """The filters of the address; what it names wrongly is not looked for."""
    told = request.GET
    how = told.get("jenis", "")
    return Wanted(
        words=typed(told.get("cari", ""))[:_LONGEST],
        how=how if how in How.values else "",
        seen=told.get("status") == "sudah",
        fine="wajar" in told,
        abroad=told.get("lingkup") == "luar",
    )
