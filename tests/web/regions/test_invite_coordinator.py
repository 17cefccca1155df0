"""A new installation has a way in, and no default password."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from pragola.web.regions.models import Person, Role
from pragola.web.regions.standing import standing_of_person

pytestmark = pytest.mark.django_db


def test_the_first_coordinator_comes_in_by_the_printed_link() -> None:
    """From an empty database to a coordinator of the government."""
    said = StringIO()
    call_command("invite_coordinator", "33.18", "ketua@contoh.go.id", stdout=said)
    name, link = said.getvalue().strip().split(": ", 1)
    path = "/" + link.partition("//")[2].partition("/")[2]
    answer = Client().post(path, {"name": "Ketua", "password": "kopi-pahit-pati"})
    standing = standing_of_person(Person.objects.get())
    assert (name, answer["Location"]) == ("Kabupaten Pati", "/kerja/")
    assert standing.regions(Role.COORDINATOR) == {"33.18"}


def test_a_code_that_is_no_governments_is_told() -> None:
    """Before anything is made."""
    with pytest.raises(CommandError, match=r"33\.99"):
        call_command("invite_coordinator", "33.99", "ketua@contoh.go.id")
    assert Person.objects.count() == 0
