"""Videos: length, size, sound, dark and frozen stretches; poster and small rendition."""
