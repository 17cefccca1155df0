"""Empties the audit log between tests; only here is its guard ever lifted, and set again."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
_LOG = "shared_change"


def empty_the_log() -> None:
    """Remove every line, so that the flush of a transactional test finds nothing guarded."""
    with transaction.atomic(), connection.cursor() as cursor, _guard_lifted(cursor):
        cursor.execute(f"DELETE FROM {_LOG}")


@contextmanager
def _guard_lifted(cursor: CursorWrapper) -> Iterator[None]:
    if connection.vendor == "postgresql":
        # Foreign keys that wait for the end of the transaction would keep the table from it.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {_LOG} DISABLE TRIGGER USER")
        yield
        cursor.execute(f"ALTER TABLE {_LOG} ENABLE TRIGGER USER")
        return
    cursor.execute(_TRIGGERS, [_LOG])
    guards = cursor.fetchall()
    for name, _ in guards:
        cursor.execute(f"DROP TRIGGER {name}")
    yield
    for _, statement in guards:
        cursor.execute(statement)
