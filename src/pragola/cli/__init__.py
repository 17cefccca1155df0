"""The command line: thin, each command asks, calls and prints."""
