"""All files of the corpus, by part, in a fixed order."""

from collections.abc import Sequence
from functools import cache

from tests.inspection.corpus.letters import letters
from tests.inspection.corpus.scans import documents
from tests.inspection.corpus.specimen import Part, Specimen


@cache
def specimens(part: Part) -> Sequence[Specimen]:
    """Those of one part."""
    return (*documents(part), *letters(part))
