"""Coaching: clinics, diagnoses, agreements, attendance, visits, questions, guidance, papers."""
