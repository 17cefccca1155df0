"""Which database the settings ask for."""

from pathlib import Path

import pytest

from pragola.web.config.database import database


def test_without_an_address_it_is_a_file() -> None:
    """The default needs no server."""
    told = database("", Path("database.sqlite3"))
    assert (told["ENGINE"], told["NAME"]) == (
        "django.db.backends.sqlite3",
        Path("database.sqlite3"),
    )


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("postgresql://ani:r%40h@db:5433/pragola", ("pragola", "ani", "r@h", "db", "5433")),
        ("postgresql:///pragola?host=/run/pg", ("pragola", "", "", "/run/pg", "")),
    ],
)
def test_an_address_names_a_server(address: str, where: tuple[str, ...]) -> None:
    """By network or by a socket's folder."""
    told = database(address, Path("x"))
    assert tuple(told[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == where


def test_another_kind_of_server_is_refused() -> None:
    """With the form that is expected."""
    with pytest.raises(ValueError, match="postgresql://"):
        database("mysql://db/pragola", Path("x"))
