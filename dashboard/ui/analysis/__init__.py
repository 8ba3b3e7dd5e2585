"""The page 'Analiza'."""
