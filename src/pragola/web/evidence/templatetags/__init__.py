"""What the templates of evidence ask for."""
