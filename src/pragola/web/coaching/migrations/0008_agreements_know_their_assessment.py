"""Agreements that clinics made are of the assessment of their clinic."""

from typing import Any

from django.db import migrations
from django.db.models import OuterRef, Subquery


def take_it_from_the_clinic(apps: Any, _editor: Any) -> None:
    """One statement."""
    agreements = apps.get_model("coaching", "Agreement").objects
    clinics = apps.get_model("coaching", "Clinic").objects.filter(pk=OuterRef("clinic"))
    agreements.filter(assessment=None).update(assessment=Subquery(clinics.values("assessment")[:1]))


class Migration(migrations.Migration):
    """Fills the column, before it is required."""

    dependencies = [("coaching", "0007_agreements_of_plans")]

    operations = [migrations.RunPython(take_it_from_the_clinic, migrations.RunPython.noop)]
