"""Local government units: their figures, which unit a practice is of, how like two are."""
