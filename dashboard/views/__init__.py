"""From practices to what is shown: map, marks, card, list; pure, knows no page."""
