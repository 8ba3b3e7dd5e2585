"""Practices on paper: the map of coverage as a picture, the record cards as a document."""

from dashboard.export.print.cards import MAX_CARDS, cards_pdf
from dashboard.export.print.picture import (
    A4,
    Marginalia,
    PictureLayout,
    coverage_picture,
    picture_pdf,
    picture_png,
    picture_svg,
)

__all__ = [
    "A4",
    "MAX_CARDS",
    "Marginalia",
    "PictureLayout",
    "cards_pdf",
    "coverage_picture",
    "picture_pdf",
    "picture_png",
    "picture_svg",
]
