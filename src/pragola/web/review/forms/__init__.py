"""What people hand in at the bench."""
