"""The state of one visit: address, choices, practices and limits."""
