"""Official papers read by their text: what they are, number, date, subject, office, names."""
