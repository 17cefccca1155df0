"""Every change, by name."""
