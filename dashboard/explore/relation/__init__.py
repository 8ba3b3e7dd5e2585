"""Practices in relation to figures: as measures of regions, and unit by unit."""
