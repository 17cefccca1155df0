"""Every change of coaching, by name."""
