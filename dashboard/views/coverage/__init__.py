"""Regional coverage: shaded regions, ranking, years, white spots."""
