"""What people hand in."""
