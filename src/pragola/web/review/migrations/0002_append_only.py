"""The database itself refuses to alter or remove a verdict."""

from django.db import migrations

from pragola.web.shared.guards import never_altered


class Migration(migrations.Migration):
    """Guards the verdicts."""

    dependencies = [("review", "0001_initial")]
    operations = [
        never_altered("review_verdict", row="verdict", refusal="verdicts are append-only")
    ]
