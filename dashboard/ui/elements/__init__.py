"""Small page elements of our own, drawn without a frame; each module has those of one kind."""
