"""What surrounds a page: heading, filters, own unit, menu, footer."""
