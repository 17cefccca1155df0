"""What the frame links to is there."""

import re

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string


def test_every_linked_style_is_there() -> None:
    """A page without its style is still read, but nobody should have to."""
    linked = re.findall(r'href="/static/([^"]+)"', render_to_string("shared/_styles.html"))
    assert [path for path in linked if finders.find(path) is None] == []
    assert linked != []
