"""A clinic can be cancelled, with a reason."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("coaching", "0005_papers")]

    operations = [
        migrations.AddField(
            model_name="clinic",
            name="cancel_reason",
            field=models.CharField(blank=True, default="", max_length=500),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="clinic",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Disiapkan"),
                    ("invited", "Undangan terkirim"),
                    ("held", "Terlaksana"),
                    ("closed", "Ditutup"),
                    ("cancelled", "Dibatalkan"),
                ],
                db_index=True,
                default="draft",
                max_length=9,
            ),
        ),
    ]
