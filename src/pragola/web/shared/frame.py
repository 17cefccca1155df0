"""What the frame of every page shows."""

from django.conf import settings
from django.http import HttpRequest

from pragola.demonstration import demonstrated_editions
from pragola.web.shared.kept import AT_WORK, kept_forms

_OF_ACCOUNTS = ("/akun/", "/undangan/", f"{AT_WORK}akun/")


def frame(request: HttpRequest) -> dict[str, object]:
    """The years to switch between, and whether what the page shows is invented.

    `at_work` tells that this is a page of the workspace, `of_accounts` that it is about signing in
    and shows no figures, `texts_wait` that what its reader wrote before their session ended waits
    to be sent again.
    """
    at_work = request.path.startswith(AT_WORK)
    return {
        "years": demonstrated_editions(),
        "at_work": at_work,
        "of_accounts": request.path.startswith(_OF_ACCOUNTS),
        "invented": at_work and settings.DEMONSTRATION,
        "texts_wait": at_work and bool(kept_forms(request)),
    }
