"""Questions about verdicts, the queue of the bench, and what they teach."""
