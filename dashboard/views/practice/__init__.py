"""Practices as cards, rows, slides and columns of a comparison."""
