"""Files looked at: pure functions from a file to what is in it. No database, no network."""
