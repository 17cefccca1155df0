"""Makes a site to work at in the database of the environment; `python -m tests.ground.worksite`.

Prints as JSON what a client needs to know: who signs in, and the entries of their unit.
"""

import json
import os
import sys
from dataclasses import asdict, dataclass

import django

ENTRIES = 3
_EMAIL, _PASSWORD = "operator@contoh.invalid", "kata-sandi-untuk-uji-saja"


@dataclass(frozen=True, slots=True)
class Worksite:
    """Who signs in, with which password, and the drafts of their unit."""

    email: str
    password: str
    entries: tuple[int, ...]


def main() -> int:
    """Tables, static files, a unit with an operator and entries in draft."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    sys.stdout.write(json.dumps(asdict(_made())))
    return 0


def _made() -> Worksite:
    from allauth.account.models import EmailAddress

    from pragola.web.regions.models import Role
    from tests.web.workplace import a_person, a_unit, an_entry, appointed

    unit = a_unit()
    person = appointed(Role.OPERATOR, unit, person=a_person())
    person.email = _EMAIL
    person.set_password(_PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=_EMAIL, verified=True, primary=True)
    entries = tuple(an_entry(unit, title=f"Inovasi {each}").pk for each in range(ENTRIES))
    return Worksite(_EMAIL, _PASSWORD, entries)


if __name__ == "__main__":
    sys.exit(main())
