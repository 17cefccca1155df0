"""The database also refuses to empty the audit log at one stroke."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

# Triggers for each row do not see TRUNCATE, which SQLite does not know. Nothing is lost with an
# empty log, so that one may be truncated.
_POSTGRESQL = (
    """
    CREATE FUNCTION refuse_emptying() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
        IF EXISTS (SELECT 1 FROM shared_change) THEN
            RAISE EXCEPTION 'the audit log is append-only';
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER change_is_never_emptied BEFORE TRUNCATE ON shared_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying()
    """,
)


def guard(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Set the guard where the database can truncate."""
    if editor.connection.vendor == "postgresql":
        for statement in _POSTGRESQL:
            editor.execute(statement, params=None)


class Migration(migrations.Migration):
    """Guards the log against TRUNCATE."""

    dependencies = [("shared", "0002_append_only")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
