"""Pragola: the regional innovation index, computed, explained and worked for."""
