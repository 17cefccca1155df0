"""What the worker is asked for, by name."""

SWEEP_ARRIVALS = "evidence.sweep_arrivals"
