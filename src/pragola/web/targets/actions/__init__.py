"""What people and workers change about targets and plans."""
