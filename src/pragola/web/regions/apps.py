"""The app of regions, units and people."""

from importlib import import_module

from django.apps import AppConfig


class RegionsConfig(AppConfig):
    """Listens to what happens around signing in, once everything is there."""

    name = "pragola.web.regions"

    def ready(self) -> None:
        """Models can be imported only now."""
        import_module("pragola.web.regions.heard")
