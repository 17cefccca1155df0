"""The database itself refuses to alter or remove a line of the audit log."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = """
CREATE TRIGGER change_is_never_{deed}d BEFORE {deed} ON shared_change
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END
"""
_POSTGRESQL = (
    """
    CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$
    """,
    """
    CREATE TRIGGER change_is_never_altered BEFORE UPDATE OR DELETE ON shared_change
    FOR EACH ROW EXECUTE FUNCTION refuse_change()
    """,
)


def guard(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Set the guard of the database in use."""
    if editor.connection.vendor == "postgresql":
        statements: tuple[str, ...] = _POSTGRESQL
    else:
        statements = tuple(_SQLITE.format(deed=deed) for deed in ("update", "delete"))
    for statement in statements:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Guards the log."""

    dependencies = [("shared", "0001_initial")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
