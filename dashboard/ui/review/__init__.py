"""The review of one place, and corrections."""
