"""The site as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pragola.web.config.settings")

# The site asks the worker through this application; without it, it would ask nobody.
from pragola.web.config.celery import app as celery_app
from pragola.web.config.listening import asking_after_silent_links

__all__ = ["application", "celery_app"]

application = asking_after_silent_links(get_wsgi_application())
