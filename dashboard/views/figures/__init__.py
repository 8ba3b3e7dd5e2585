"""Figures of one's own in words, charts and tables."""
