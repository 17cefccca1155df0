"""The history of an entry."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from pragola.web.innovations.access import entry_to_read
from pragola.web.innovations.queries.head import entry_head
from pragola.web.innovations.queries.history import history_of
from pragola.web.shared.language import spoken
from pragola.web.shared.texts import typed


@require_safe
def entry_history(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Everything that happened, the latest first; `bagian` and `orang` choose a part, a person."""
    opened = entry_to_read(request, entry_id)
    asked = {name: typed(request.GET.get(name, "")) for name in ("bagian", "orang", "halaman")}
    context = {
        "head": entry_head(opened, now()),
        "tab": "history",
        "part": asked["bagian"],
        "person": asked["orang"],
        "history": history_of(
            opened.entry,
            spoken(),
            part=asked["bagian"],
            person=asked["orang"],
            number=asked["halaman"],
        ),
    }
    return render(request, "innovations/history.html", context)
