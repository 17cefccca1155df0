"""Deeds of the bench: giving verdicts, drawing claims, reading again, answering."""
