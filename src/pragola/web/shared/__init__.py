"""What every page shares: the frame, the style, the drawings."""
