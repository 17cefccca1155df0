"""What is said of an innovation beside its claims."""

from pragola.scoring.answers import Profile
from pragola.scoring.edition import Edition
from pragola.workbook.raw import Raw
from pragola.workbook.suggestions import folded, nearest
from pragola.workbook.typed import words_in

PROFILE_KEYS = (
    "unit",
    "stage",
    "trial",
    "applied",
    "developed",
    "design_words",
    "design_text",
    "assessments",
)
_STAGE_FIELD = "tahapan"
_MOST_WORDS = 1_000_000
_MOST_ASSESSMENTS = 100
_LONGEST_DESIGN = 1_000_000


def profile_of(raw: Raw, edition: Edition) -> Profile:
    """The profile of one innovation; what is faulty is reported and left open."""
    return Profile(
        unit=raw.entry("unit").text(),
        stage=_stage(raw.entry("stage"), edition),
        trial=raw.entry("trial").day(),
        applied=raw.entry("applied").day(),
        developed=raw.entry("developed").day(),
        design_words=_design_words(raw),
        assessments=raw.entry("assessments").whole(lowest=1, highest=_MOST_ASSESSMENTS),
    )


def affairs_of(raw: Raw, edition: Edition) -> tuple[str, ...]:
    """The affairs by the edition's names, the main one first, each once."""
    names = {folded(affair.name): affair.name for affair in edition.affairs.value}
    found = (_known_name(entry, names, "affair_unknown") for entry in raw.items())
    return tuple(dict.fromkeys(name for name in found if name is not None))


def stage_choices(edition: Edition) -> tuple[str, ...]:
    """The stages an innovation can be in, by the profile form; empty when not known."""
    field = next((field for field in edition.profile if field.id == _STAGE_FIELD), None)
    return field.choices if field else ()


def _stage(raw: Raw, edition: Edition) -> str | None:
    choices = stage_choices(edition)
    if not choices:
        return raw.text()
    return _known_name(raw, {folded(choice): choice for choice in choices}, "stage_unknown")


def _known_name(raw: Raw, names: dict[str, str], code: str) -> str | None:
    text = raw.text()
    if text is None:
        return None
    name = names.get(folded(text))
    if name is None:
        raw.refuse(code, nearest=nearest(text, names.values()))
    return name


def _design_words(raw: Raw) -> int | None:
    number, text = raw.entry("design_words"), raw.entry("design_text")
    if not number.is_empty and not text.is_empty:
        text.refuse("design_given_twice")
        return None
    if text.is_empty:
        return number.whole(lowest=0, highest=_MOST_WORDS)
    words = text.text(longest=_LONGEST_DESIGN)
    return words_in(words) if words is not None else None
