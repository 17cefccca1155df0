"""Targets: the plan for an index, choices around it, agreements and their progress."""
