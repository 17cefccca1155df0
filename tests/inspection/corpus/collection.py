"""All files of the corpus, by part, in a fixed order."""

from collections.abc import Sequence
from functools import cache
from itertools import chain

from tests.inspection.corpus.coded import coded
from tests.inspection.corpus.counted import counted
from tests.inspection.corpus.letters import letters
from tests.inspection.corpus.odd import odd_files
from tests.inspection.corpus.photos import pictures
from tests.inspection.corpus.scans import documents
from tests.inspection.corpus.signed import signed_papers
from tests.inspection.corpus.specimen import Part, Specimen
from tests.inspection.corpus.videos import videos

_ROOMS = (
    documents,
    letters,
    pictures,
    videos,
    signed_papers,
    counted,
    coded,
    odd_files,
)


@cache
def specimens(part: Part) -> Sequence[Specimen]:
    """Those of one part."""
    return tuple(chain.from_iterable(room(part) for room in _ROOMS))
