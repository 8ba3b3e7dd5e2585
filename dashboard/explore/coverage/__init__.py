"""Regional coverage: regions, classes, years, themes."""
