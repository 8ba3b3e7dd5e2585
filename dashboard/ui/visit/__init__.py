"""What one visit holds: its address, choices, practices and limits."""
