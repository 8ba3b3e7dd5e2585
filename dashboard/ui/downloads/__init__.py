"""'Pobierz': what a page gives as files."""
