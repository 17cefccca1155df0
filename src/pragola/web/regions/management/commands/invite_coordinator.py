"""The way into a new installation: the first coordinator's invitation, and no default password."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.timezone import now

from pragola.scoring.faults import PragolaError
from pragola.web.regions.actions.people import Wanted, invite
from pragola.web.regions.actions.units import open_region
from pragola.web.regions.models import Role
from pragola.web.shared.audit import SYSTEM
from pragola.wording import Language, say


class Command(BaseCommand):
    """Opens a government and prints the link with which its coordinator comes in."""

    help = "Open a government by its ministry code and invite its first coordinator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The code of the government, the address and the name of its coordinator."""
        parser.add_argument("region", help="the ministry's code, for example 33.18")
        parser.add_argument("email")
        parser.add_argument("--name", default="Koordinator")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the link once; it is kept nowhere."""
        del args
        moment = now()
        try:
            region = open_region(options["region"], by=SYSTEM, at=moment)
        except PragolaError as error:
            raise CommandError(say(error.faults[0], Language.ENGLISH)) from error
        wanted = Wanted(
            email=options["email"],
            name=options["name"],
            role=Role.COORDINATOR,
            region=region,
            unit=None,
        )
        _invitation, token = invite(wanted, by=SYSTEM, at=moment)
        link = f"{settings.ADDRESS}{reverse('invitation', args=[token])}"
        self.stdout.write(f"{region.name}: {link}")
