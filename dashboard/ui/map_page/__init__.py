"""The column beside the map: list, record card, slide show."""
