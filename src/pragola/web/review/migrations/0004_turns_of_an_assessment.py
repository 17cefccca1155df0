"""A turn knows its assessment, so that one index holds each queue in order."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import OuterRef, Subquery


def fill(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """That of the entry of its claim."""
    claims = apps.get_model("innovations", "Claim").objects.filter(pk=OuterRef("claim"))
    turns = apps.get_model("review", "Turn").objects
    turns.update(assessment=Subquery(claims.values("entry__assessment")[:1]))


class Migration(migrations.Migration):
    """Adds it, fills it, and puts the index in its place."""

    dependencies = [
        ("innovations", "0010_official_index"),
        ("review", "0003_objections"),
    ]
    operations = [
        migrations.AddField(
            model_name="turn",
            name="assessment",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="turns",
                to="innovations.assessment",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="turn",
            name="assessment",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="turns",
                to="innovations.assessment",
            ),
        ),
        migrations.RemoveIndex(model_name="turn", name="turns_waiting"),
        migrations.AddIndex(
            model_name="turn",
            index=models.Index(
                condition=models.Q(("waiting", True)),
                fields=["assessment", "assigned_to", "-risk", "-points", "id"],
                name="turns_in_order",
            ),
        ),
    ]
