"""The practices as a PowerPoint deck: coverage, ranking, a slide a practice, sources."""

from dashboard.views.deck.deck import deck_pptx
from dashboard.views.deck.practices import MOST_PRACTICES

__all__ = ["MOST_PRACTICES", "deck_pptx"]
