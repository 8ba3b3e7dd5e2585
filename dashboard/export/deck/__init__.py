"""The practices as a PowerPoint deck: coverage, ranking, a slide a practice, sources."""

from dashboard.export.deck.deck import deck_pptx
from dashboard.export.deck.practices import MAX_PRACTICES

__all__ = ["MAX_PRACTICES", "deck_pptx"]
