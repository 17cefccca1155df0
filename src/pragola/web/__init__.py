"""The site: every page says what the engine computed, and why."""
