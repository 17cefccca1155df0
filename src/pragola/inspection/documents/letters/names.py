"""Whether an innovation's name stands in a text, whatever scanning and line breaks did to it.

A name is compared letter by letter without what stands between, so that case, line breaks and
hyphens do not matter. A fault of OCR is forgiven where the page was read from a picture; another
word in the name is not, because that is another innovation.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from pragola.inspection.report import PageText

_LEAST_LETTERS = 4
"""A shorter abbreviation stands in too many words."""
_LEAST_OWN = 8
"""A part of a title that is no abbreviation has so many letters in words that are not common."""
_LEAST_WORDS = 3
"""A subtitle of fewer words is a phrase that stands in other papers too."""
_FORGIVEN = 10
"""One letter in so many may be read wrongly by OCR, over the whole name."""
_ALIKE_WORD = 0.7
"""Of a word: below, it is another one."""
_SIMILAR = 78
"""Of 100: what is told as nearly the same where the name is not found."""
_MOST_PAGES_SIMILAR = 60
_MOST_LETTERS = 60_000
"""Of a page that are searched: a full one has five thousand, a stranger's may be endless."""
_SHAPES = {"rn": "m", "vv": "w", "0": "o", "1": "l", "i": "l", "5": "s"}
"""What OCR takes for each other; both sides are written the second way."""
_LOOKS = re.compile("|".join(_SHAPES))
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """inovasi aplikasi program kegiatan layanan pelayanan dinas badan kabupaten kota provinsi
        desa kecamatan kelurahan daerah puskesmas uptd rsud opd skpd asn pns sop spm umkm
        posyandu nasional kesehatan pendidikan sosial masyarakat publik digital online daring
        terpadu sistem informasi elektronik pati jawa tengah indonesia smart covid jkn bpjs
        bumil lansia balita stunting ktp kia akta bumdes pkk tbc hiv dbd odgj wifi qris website
        android mobile web ibu hamil anak remaja rumah sakit sekolah kantor umum data berbasis
        dan untuk yang di ke dari""",
    )
)
"""Words of any paper: alone they are no name."""
_GOES_ON = ("plus", "jilid", "ii", "iii", "iv", "junior", "mini", "lite")
"""Behind a name, these make it the name of another innovation."""


_WORD = re.compile(r"[^\W\d_]+|\d+")
"""Letters or digits: in tables a figure may touch the word before it."""
_HYPHEN = re.compile(r"(?<=\w)[-\u00ad]\s*\n\s*(?=\w)")
_BRACKETS = re.compile(r"[(\[“\"]([^()\[\]“”\"]+)[)\]”\"]")
_SEPARATORS = re.compile(r"\s*[:–—]\s*|\s+-\s+")
_PREFIX = re.compile(r"^\s*(?:inovasi|program|aplikasi|gerakan|layanan)\s+", re.IGNORECASE)
_CAPITALS = re.compile(r"(?:\b(?:[A-Z][A-Z0-9.\-]+|[A-Za-z]+[a-z][A-Z]\w*)(?:\s|$))+")
"""Words in capitals, or with a capital inside, as abbreviations are."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name that was found: as it was looked for, and as it stands on the page."""

    name: str
    words: str
    page: int


@dataclass(frozen=True, slots=True)
class Text:
    """A page's words, by number and by word, and where each begins and ends in its letters."""

    page: int
    words: tuple[str, ...]
    raw: tuple[str, ...]
    starts: dict[int, int]
    ends: dict[int, int]
    letters: str
    places: dict[str, list[int]]
    by_ocr: bool


def variants_of(names: Sequence[str]) -> tuple[str, ...]:
    """Every name, what stands in its brackets or before its colon, and its abbreviations.

    `SI BUMIL (Sistem Informasi Ibu Hamil)` gives both; `Gerakan SIPANDU Desa` gives SIPANDU.
    """
    found = [each for name in names for each in (name, *_parts(name))]
    return tuple(dict.fromkeys(" ".join(each.split()) for each in found if each.strip()))


def texts_of(pages: Iterable[PageText]) -> Sequence[Text]:
    """The pages made ready to be searched."""
    return tuple(_text(page) for page in pages)


def find_name(names: Sequence[str], texts: Sequence[Text]) -> Named | None:
    """The first page on which one of the names, or what they are called for short, stands."""
    wanted = [(variant, _words(variant)) for variant in variants_of(names)]
    for exact in (True, False):
        for text in texts:
            for variant, words in wanted:
                found = _exactly(words, text) if exact else _nearly(words, text)
                if found:
                    return Named(variant, found, text.page)
    return None


def similar_name(names: Sequence[str], texts: Sequence[Text]) -> Named | None:
    """What comes nearest to one of the names where none was found; None where nothing does."""
    found = [
        (score, Named(name, words, text.page))
        for text in texts[:_MOST_PAGES_SIMILAR]
        for name in names
        for score, words in _candidates(_words(name), text)
    ]
    return max(found, key=lambda each: each[0])[1] if found else None


def _parts(name: str) -> Iterator[str]:
    outside = _BRACKETS.sub(" ", name)
    inside = [found[1] for found in _BRACKETS.finditer(name)]
    if inside and len(_words(outside)) > 1:
        yield outside
    pieces = [*inside, *_SEPARATORS.split(outside), *_PREFIX.split(outside)]
    yield from (piece for piece in pieces if _is_telling(piece))
    if not name.isupper():
        runs = (run[0] for piece in _SEPARATORS.split(outside) for run in _CAPITALS.finditer(piece))
        yield from filter(_is_telling, map(_own_run, runs))


def _own_run(run: str) -> str:
    """A run of words in capitals without the common ones at its ends."""
    words = run.split()
    while words and words[0].casefold() in _COMMON:
        words = words[1:]
    while words and words[-1].casefold() in _COMMON:
        words = words[:-1]
    return " ".join(words)


def _is_telling(piece: str) -> bool:
    """Whether a piece of a title can be nothing but the name: an abbreviation, or long enough."""
    words = _words(piece)
    own = "".join(word for word in words if word not in _COMMON)
    if len(own) < _LEAST_LETTERS:
        return False
    if any(_CAPITALS.fullmatch(f"{word} ") for word in piece.split()):
        return True
    return len(words) >= _LEAST_WORDS and len(own) >= _LEAST_OWN


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return tuple(_WORD.findall(plain))


def _text(page: PageText) -> Text:
    joined = _HYPHEN.sub("", page.text[:_MOST_LETTERS])
    plain = joined if joined.isascii() else unicodedata.normalize("NFKC", joined)
    raw = tuple(_WORD.findall(plain))
    words = tuple(word.casefold() for word in raw)
    starts, ends, at = {}, {}, 0
    places: dict[str, list[int]] = {}
    shapes = tuple(map(_shape, words))
    for number, (word, shape) in enumerate(zip(words, shapes, strict=True)):
        places.setdefault(word, []).append(number)
        starts[at] = number
        at += len(shape)
        ends[at] = number
    return Text(page.page, words, raw, starts, ends, "".join(shapes), places, page.by_ocr)


def _exactly(name: Sequence[str], text: Text) -> str | None:
    """The words that make up the name letter by letter, from the start of one to an end; letters
    that look the same count as the same."""
    letters = "".join(map(_shape, name))
    at = text.letters.find(letters)
    while at >= 0:
        first, last = text.starts.get(at), text.ends.get(at + len(letters))
        if first is not None and last is not None and not _goes_on(text, last):
            return " ".join(text.raw[first : last + 1])
        at = text.letters.find(letters, at + 1)
    return None


def _goes_on(text: Text, last: int) -> bool:
    following = text.words[last + 1] if last + 1 < len(text.words) else ""
    return following in _GOES_ON


def _nearly(name: Sequence[str], text: Text) -> str | None:
    """The words that are the name but for one letter in ten, on pages read from pictures."""
    if not text.by_ocr:
        return None
    letters = "".join(map(_shape, name))
    most = len(letters) // _FORGIVEN
    for first, last in _windows(name, text):
        words = text.words[first : last + 1]
        wrong = Levenshtein.distance(letters, "".join(map(_shape, words)), score_cutoff=most)
        if wrong <= most and _same_words(name, words) and not _goes_on(text, last):
            return " ".join(text.raw[first : last + 1])
    return None


def _candidates(name: Sequence[str], text: Text) -> Iterator[tuple[float, str]]:
    letters = "".join(map(_shape, name))
    for first, last in _windows(name, text):
        words = text.words[first : last + 1]
        if len(words) < len(name):
            continue
        score = fuzz.ratio(letters, "".join(map(_shape, words)), score_cutoff=_SIMILAR)
        if score:
            yield score, " ".join(text.raw[first : last + 1])


def _windows(name: Sequence[str], text: Text) -> Iterator[tuple[int, int]]:
    """Runs of as many words as the name, about, where one word is nearly one of the name's."""
    size = len(name)
    anchors = {
        (number, position)
        for position, wanted in enumerate(name)
        if len(wanted) >= _LEAST_LETTERS or size == 1
        for word in _like(wanted, text, always=size == 1)
        for number in text.places[word]
    }
    spans = {
        (start, start + size - 1 + more)
        for number, position in anchors
        for start in range(number - position - 1, number - position + 2)
        for more in (-1, 0, 1)
        if start >= 0 and start + size - 1 + more >= start
    }
    yield from sorted(span for span in spans if span[1] < len(text.words))


def _like(wanted: str, text: Text, *, always: bool) -> Sequence[str]:
    """The words of a page that are that one, or nearly where letters may be wrong."""
    if always or text.by_ocr:
        return [word for word in text.places if _alike(wanted, word)]
    return [wanted] if wanted in text.places else []


def _same_words(name: Sequence[str], words: Sequence[str]) -> bool:
    """Whether each word is the one of the name; a word broken in two is joined to compare."""
    if len(name) != len(words):
        return True
    return all(_alike(one, other) for one, other in zip(name, words, strict=True))


def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 2:
        return False
    if one == other:
        return True
    return Levenshtein.normalized_similarity(_shape(one), _shape(other)) >= _ALIKE_WORD


def _shape(word: str) -> str:
    return _LOOKS.sub(lambda found: _SHAPES[found[0]], word)
