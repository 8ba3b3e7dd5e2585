"""Which practices a reader asked for, and in which order."""
