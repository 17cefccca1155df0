"""What people tell about coaching."""
