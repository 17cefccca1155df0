"""Likeness: proofs that are nearly the same, and whether they may be."""
