"""Choosing among the practices: facets, filters, links; pure, knows no page."""
