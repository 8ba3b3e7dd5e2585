"""The page 'Dodaj dane': a visitor's own files."""
