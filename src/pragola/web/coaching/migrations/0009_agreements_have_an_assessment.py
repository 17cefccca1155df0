import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("coaching", "0008_agreements_know_their_assessment")]

    operations = [
        migrations.AlterField(
            model_name="agreement",
            name="assessment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agreements",
                to="innovations.assessment",
            ),
        ),
    ]
