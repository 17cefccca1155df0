"""Settings and addresses of the site."""
