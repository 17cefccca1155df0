"""Indonesian is what the templates say; English is complete beside it."""

import ast
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

from django.test import Client
from django.utils.translation.template import templatize

from pragola.web.config.catalogue import compiled_catalogues, messages_of
from tests.house.modules import SOURCE, modules

SITE = SOURCE / "web"
ENGLISH = sorted(SITE.rglob("locale/en/LC_MESSAGES/django.po"))
CALL = re.compile(r"(?:\bgettext|\b_)\(\s*u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")
MARKERS = {"_", "gettext", "gettext_lazy"}


def said() -> set[str]:
    """Every message of the templates and modules of the site."""
    return {*_said_in_templates(), *_said_in_modules()}


def _said_in_templates() -> Iterator[str]:
    for path in (*SITE.rglob("templates/**/*.html"), *SITE.rglob("templates/**/*.txt")):
        for text in CALL.findall(templatize(path.read_text(encoding="utf-8"))):
            yield ast.literal_eval(text)


def _said_in_modules() -> Iterator[str]:
    for module in modules("web"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKERS:
                yield ast.literal_eval(node.args[0])


def catalogue_of_the_site() -> dict[str, str]:
    """The English of all apps together."""
    texts = (path.read_text(encoding="utf-8") for path in ENGLISH)
    return dict(pair for text in texts for pair in messages_of(text).items())


def test_everything_that_is_said_has_its_english() -> None:
    """Nothing is missing, nothing is left over, nothing is empty."""
    catalogue = catalogue_of_the_site()
    translated = {message for message, english in catalogue.items() if message and english}
    assert (said() - translated, translated - said()) == (set(), set())


def test_both_languages_name_the_same_places() -> None:
    """A value that is shown in one language is shown in the other."""
    place = re.compile(r"%\(\w+\)s|\{\w+\}|%%")
    catalogue = catalogue_of_the_site()
    differing = [
        message
        for message, english in catalogue.items()
        if message and sorted(place.findall(message)) != sorted(place.findall(english))
    ]
    assert differing == []


def test_a_catalogue_is_compiled_once_for_gettext(tmp_path: Path) -> None:
    """What gettext reads is what the text says; the same content gives the same folder."""
    folder = compiled_catalogues(SITE / "locale", tmp_path)
    path = folder / "en" / "LC_MESSAGES" / "django.mo"
    made = path.stat().st_mtime_ns
    with path.open("rb") as file:
        read = GNUTranslations(file)
    written = SITE / "locale" / "en" / "LC_MESSAGES" / "django.po"
    catalogue = messages_of(written.read_text(encoding="utf-8"))
    assert {m: read.gettext(m) for m in catalogue} == catalogue
    assert compiled_catalogues(SITE / "locale", tmp_path) == folder
    assert path.stat().st_mtime_ns == made


def test_the_site_speaks_english_to_those_who_ask(client: Client) -> None:
    """The words too, not only the numbers."""
    client.post("/bahasa/", {"language": "en", "next": "/"})
    html = client.get("/").content.decode()
    shown = [words in html for words in ("Regional Innovation Index", "Indeks Inovasi Daerah")]
    assert shown == [True, False]
