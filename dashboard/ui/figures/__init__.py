"""The page 'Wskaźniki': figures of one's own, on the map and in relation to the practices."""
