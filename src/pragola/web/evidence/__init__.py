"""Evidence: files and links, how they arrive, where they lie, what they are used for."""
