"""The index: answers and an edition in, a score with its explanation out. Pure."""
