"""The map of practices: marks, colours, what the browser loads for it."""
