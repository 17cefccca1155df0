"""What people type and choose about targets."""
