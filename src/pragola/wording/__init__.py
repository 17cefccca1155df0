"""Sentences for facts, in Indonesian and English. The one place where codes become words."""

from pragola.wording.languages import Language, Sentence
from pragola.wording.numbers import show_number
from pragola.wording.say import say

__all__ = ["Language", "Sentence", "say", "show_number"]
