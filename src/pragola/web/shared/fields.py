"""Fields of forms for what people type."""

from typing import Any

from django import forms

from pragola.web.shared.texts import typed, typed_line


class TypedField(forms.CharField):
    """A text without signs that nobody sees; in one line unless it is asked for in several."""

    def to_python(self, value: Any) -> str:
        """The text as it is kept."""
        text = str(super().to_python(value))
        return typed(text) if isinstance(self.widget, forms.Textarea) else typed_line(text)
