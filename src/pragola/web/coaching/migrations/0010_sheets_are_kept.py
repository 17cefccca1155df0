"""The database itself refuses to alter or remove a diagnosis sheet."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = """
CREATE TRIGGER diagnosis_is_never_{deed}d BEFORE {deed} ON coaching_diagnosis
BEGIN SELECT RAISE(ABORT, 'diagnosis sheets are kept'); END
"""
# An empty table may be truncated, as nothing is lost with it.
_POSTGRESQL = (
    """
    CREATE FUNCTION refuse_diagnosis_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'diagnosis sheets are kept'; END $$
    """,
    """
    CREATE TRIGGER diagnosis_is_never_altered BEFORE UPDATE OR DELETE ON coaching_diagnosis
    FOR EACH ROW EXECUTE FUNCTION refuse_diagnosis_change()
    """,
    """
    CREATE FUNCTION refuse_diagnoses_emptying() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
        IF EXISTS (SELECT 1 FROM coaching_diagnosis) THEN
            RAISE EXCEPTION 'diagnosis sheets are kept';
        END IF;
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER diagnosis_is_never_emptied BEFORE TRUNCATE ON coaching_diagnosis
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_diagnoses_emptying()
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
    """Guards the sheets."""

    dependencies = [("coaching", "0009_agreements_have_an_assessment")]
    operations = [migrations.RunPython(guard, migrations.RunPython.noop)]
