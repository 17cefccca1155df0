"""Verdicts on claims, the verifier's bench, and what is learned from them."""
