"""Pictures: whether they can be judged, and where they come from."""
