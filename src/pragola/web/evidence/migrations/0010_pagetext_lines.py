from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("evidence", "0009_inspection_steps"),
    ]

    operations = [
        migrations.AddField(
            model_name="pagetext",
            name="lines",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
