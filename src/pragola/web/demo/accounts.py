"""The accounts of the demonstration: roles without people, with new passwords at every start."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction
from django.utils.timezone import now

from pragola.web.demo.clinic import load_clinic
from pragola.web.demo.data import load_demonstration
from pragola.web.regions.actions.people import appoint
from pragola.web.regions.models import Person, Region, Role, Unit
from pragola.web.shared.audit import SYSTEM
from pragola.web.targets.actions.calculating import ask_for_plan

ACCOUNTS_FILE = "demo-accounts.json"
_DOMAIN = "contoh.invalid"
_PASSWORD_BYTES = 12
_POSTS: tuple[tuple[str, Role, str], ...] = (
    ("operator", Role.OPERATOR, "pkm-juwana"),
    ("kepala", Role.HEAD, "pkm-juwana"),
    ("operator-lain", Role.OPERATOR, "pkm-pati-1"),
    ("pendamping", Role.COACH, "dinkes"),
    ("verifikator", Role.VERIFIER, ""),
    ("verifikator-kedua", Role.VERIFIER, ""),
    ("verifikator-ketiga", Role.VERIFIER, ""),
    ("koordinator", Role.COORDINATOR, ""),
    ("pimpinan", Role.LEADER, ""),
)
"""Who there is: the beginning of their address, their role, and the code of their unit."""


@dataclass(frozen=True, slots=True)
class Account:
    """A way in: in which role, with which address and password."""

    role: str
    email: str
    password: str


def prepare_demonstration() -> str:
    """Load what is missing, give every account a new password, and tell them as a table."""
    region = load_demonstration(now())
    for assessment in region.assessments.select_related("region"):
        ask_for_plan(assessment, by=SYSTEM, clock=now, at_once=0)
    accounts = [_account(region, *post) for post in _POSTS]
    load_clinic(region, at=now())
    _keep_for_this_machine(accounts)
    width = max(len(account.email) for account in accounts)
    lines = [f"{each.email:<{width}}  {each.password}  {each.role}" for each in accounts]
    return "".join(f"  {line}\n" for line in lines)


@transaction.atomic
def _account(region: Region, name: str, role: Role, unit_code: str) -> Account:
    unit = Unit.objects.get(region=region, code=unit_code) if unit_code else None
    email, password = f"{name}@{_DOMAIN}", secrets.token_urlsafe(_PASSWORD_BYTES)
    which = "" if unit else f" {name.partition('-')[2]}"
    title = f"{role.label}{which.rstrip()} {unit.name if unit else region.name}"
    person, made = Person.objects.get_or_create(email=email, defaults={"name": title})
    person.set_password(password)
    person.save()
    if made:
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
        appoint(person, role=role, region=region, unit=unit, by=SYSTEM, at=now())
    return Account(title, email, password)


def _keep_for_this_machine(accounts: list[Account]) -> None:
    """Also in a file that only this user can read, for scripts that sign in."""
    path = Path(settings.VAR) / ACCOUNTS_FILE
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump([asdict(account) for account in accounts], file)
