"""What the pages show, prepared as values; templates only place them."""
