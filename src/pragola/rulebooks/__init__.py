"""The editions: reads and checks their files; the only reader of that YAML."""

from pragola.rulebooks.catalogue import edition_codes, load_edition, read_edition
from pragola.rulebooks.differences import Difference, compare
from pragola.rulebooks.published import PublishedResults
from pragola.rulebooks.results_reader import published_results

__all__ = [
    "Difference",
    "PublishedResults",
    "compare",
    "edition_codes",
    "load_edition",
    "published_results",
    "read_edition",
]
