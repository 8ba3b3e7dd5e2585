"""What stands beside the map: list, record card, slide show."""
