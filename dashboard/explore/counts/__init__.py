"""Counts of practices, and the classes that they are counted in."""
