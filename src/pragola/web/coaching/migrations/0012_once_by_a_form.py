"""A form makes one clinic; a clinic that nobody was told of can be discarded."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("coaching", "0011_scans"),
        ("innovations", "0010_official_index"),
        ("regions", "0002_person_language"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="clinic",
            name="key",
            field=models.CharField(blank=True, max_length=40),
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
                    ("discarded", "Dibuang"),
                ],
                db_index=True,
                default="draft",
                max_length=9,
            ),
        ),
        migrations.AddConstraint(
            model_name="clinic",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("made_by", "key"),
                name="clinic_once_by_a_form",
            ),
        ),
    ]
