"""Counts as bars, grids and charts."""
