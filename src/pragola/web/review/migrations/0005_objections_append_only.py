"""The database itself refuses to alter or remove an objection."""

from django.db import migrations

from pragola.web.shared.guards import never_altered


class Migration(migrations.Migration):
    """Guards the objections."""

    dependencies = [("review", "0004_turns_of_an_assessment")]
    operations = [
        never_altered("review_objection", row="objection", refusal="objections are append-only")
    ]
