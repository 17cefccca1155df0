"""Tables whose rows the database itself refuses to alter or remove."""

from collections.abc import Iterator

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython
from django.db.migrations.state import StateApps


def never_altered(table: str, *, row: str, refusal: str) -> RunPython:
    """The operation of a migration that guards the table. `row` names its triggers, `refusal` is
    what the database says.
    """

    def guard(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
        on_postgresql = editor.connection.vendor == "postgresql"
        for statement in (_postgresql if on_postgresql else _sqlite)(table, row, refusal):
            editor.execute(statement, params=None)

    return RunPython(guard, RunPython.noop)


def _sqlite(table: str, row: str, refusal: str) -> Iterator[str]:
    for deed in ("update", "delete"):
        yield (
            f"CREATE TRIGGER {row}_is_never_{deed}d BEFORE {deed} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{refusal}'); END"
        )


def _postgresql(table: str, row: str, refusal: str) -> Iterator[str]:
    """Triggers for each row do not see TRUNCATE; an empty table loses nothing by it."""
    yield _function(f"refuse_{row}_change", f"RAISE EXCEPTION '{refusal}';")
    yield (
        f"CREATE TRIGGER {row}_is_never_altered BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION refuse_{row}_change()"
    )
    filled = f"IF EXISTS (SELECT 1 FROM {table}) THEN RAISE EXCEPTION '{refusal}'; END IF;"
    yield _function(f"refuse_{row}_emptying", f"{filled} RETURN NULL;")
    yield (
        f"CREATE TRIGGER {row}_is_never_emptied BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION refuse_{row}_emptying()"
    )


def _function(name: str, body: str) -> str:
    return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
