"""The worker's application: it reads what visitors hand in."""

import os
from pathlib import Path

from celery import Celery
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")

app = Celery("pragola")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

for folder in settings.CELERY_BROKER_TRANSPORT_OPTIONS.values():
    Path(folder).mkdir(parents=True, exist_ok=True)
