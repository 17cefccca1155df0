"""Empties what is only ever added to between tests; only here is its guard ever lifted."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
_POINTING = ("review_turn", "coaching_lift", "coaching_agreement")
"""These point to verdicts and to sheets."""
_GUARDED = ("review_objection", "review_verdict", "coaching_diagnosis", "shared_change")


def empty_the_log() -> None:
    """Remove every line, so that the flush of a transactional test finds nothing guarded."""
    with transaction.atomic(), connection.cursor() as cursor, ExitStack() as lifted:
        if connection.vendor == "postgresql":
            # Foreign keys that wait for the end of the transaction would keep the tables from it.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in _GUARDED:
            lifted.enter_context(_guard_lifted(cursor, table))
        for table in (*_POINTING, *_GUARDED):
            cursor.execute(f"DELETE FROM {table}")


@contextmanager
def _guard_lifted(cursor: CursorWrapper, table: str) -> Iterator[None]:
    if connection.vendor == "postgresql":
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        return
    cursor.execute(_TRIGGERS, [table])
    guards = cursor.fetchall()
    for name, _ in guards:
        cursor.execute(f"DROP TRIGGER {name}")
    yield
    for _, statement in guards:
        cursor.execute(statement)
