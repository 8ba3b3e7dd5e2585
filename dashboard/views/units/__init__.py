"""Local government units in words: labels, figures, the group for comparison."""
