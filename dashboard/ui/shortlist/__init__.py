"""The page 'Wybrane': the practices that the reader keeps, side by side."""
