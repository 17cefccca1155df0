"""What the pages of coaching show."""
