"""A sentence in the two languages of the interface."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of the interface; Indonesian comes first."""

    INDONESIAN = "id"
    ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with `{named}` places, in Indonesian (`id`) and English (`en`)."""

    id: str
    en: str

    def text(self, language: Language) -> str:
        """The sentence in that language, its places still open."""
        return self.id if language is Language.INDONESIAN else self.en
