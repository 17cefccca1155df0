"""Questions, and answers as pages show them."""
