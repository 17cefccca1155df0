"""Questions of the room of targets: what is asked, what a page shows."""
