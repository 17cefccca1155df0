"""What asks, checks, calls and answers."""
