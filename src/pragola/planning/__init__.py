"""Targets: the cheapest provable plan, the best one for a budget, and how sure they are. Pure."""
