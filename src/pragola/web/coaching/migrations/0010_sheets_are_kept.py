"""The database itself refuses to alter or remove a diagnosis sheet."""

from django.db import migrations

from pragola.web.shared.guards import never_altered


class Migration(migrations.Migration):
    """Guards the sheets."""

    dependencies = [("coaching", "0009_agreements_have_an_assessment")]
    operations = [
        never_altered("coaching_diagnosis", row="diagnosis", refusal="diagnosis sheets are kept")
    ]
