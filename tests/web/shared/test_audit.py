"""The database itself keeps every line of the audit log, whoever asks it not to."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import now

from pragola.web.shared.audit import SYSTEM, changes_of, record
from tests.web.flushing import empty_the_log
from tests.web.workplace import a_unit

pytestmark = pytest.mark.django_db(transaction=True)

_REFUSED = "the audit log is append-only"


@pytest.mark.parametrize(
    "statement", ["UPDATE shared_change SET part = 'x'", "DELETE FROM shared_change"]
)
def test_a_line_is_neither_altered_nor_removed(statement: str) -> None:
    """Not even by a statement that goes past our code."""
    _refuses(statement)


def test_the_log_is_not_emptied_at_one_stroke() -> None:
    """PostgreSQL has a statement for that; it is refused once the line is committed, too."""
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL can truncate")
    _refuses("TRUNCATE shared_change")


def test_the_guard_stands_again_after_a_flush() -> None:
    """What ends a transactional test leaves no hole for the next one."""
    _refuses("DELETE FROM shared_change")
    empty_the_log()
    _refuses("DELETE FROM shared_change")


def _refuses(statement: str) -> None:
    unit = a_unit()
    line = record("unit_added", unit, by=SYSTEM, at=now(), new="x")
    with (
        pytest.raises(DatabaseError, match=_REFUSED),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert list(changes_of(unit).values_list("pk", "part", "new")) == [(line.pk, "", "x")]
