"""The database itself refuses to alter or remove a verdict."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = """
CREATE TRIGGER verdict_is_never_{deed}d BEFORE {deed} ON review_verdict
BEGIN SELECT RAISE(ABORT, 'verdicts are append-only'); END
"""
# An empty table may be truncated, as nothing is lost with it.
_POSTGRESQL = (
    """
    CREATE FUNCTION refuse_verdict_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'verdicts are append-only'; END $$
    """,
    """
    CREATE TRIGGER verdict_is_never_altered BEFORE UPDATE OR DELETE ON review_verdict
    FOR EACH ROW EXECUTE FUNCTION refuse_verdict_change()
    """,
    """
    CREATE FUNCTION refuse_verdicts_emptying() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
        IF EXISTS (SELECT 1 FROM review_verdict) THEN
            RAISE EXCEPTION 'verdicts are append-only';
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER verdict_is_never_emptied BEFORE TRUNCATE ON review_verdict
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_verdicts_emptying()
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
    """Guards the verdicts."""

    dependencies = [("review", "0001_initial")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
