"""The practices as a PowerPoint deck: coverage, ranking, a slide a practice, sources."""

from dashboard.export.deck.deck import deck_pptx
from dashboard.export.deck.practices import MOST_PRACTICES

__all__ = ["MOST_PRACTICES", "deck_pptx"]
