"""Distance and similarity of a practice to the reader's unit or to another practice, in words."""

from dataclasses import dataclass

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed_population
from dashboard.explore.filters.home import (
    AREAS,
    Comparison,
    HomeUnit,
    compare,
    distances_km,
)
from dashboard.explore.filters.order import Order
from dashboard.explore.similar import Similar
from dashboard.explore.units.likeness import Side
from dashboard.locale import Texts
from dashboard.views.precision import position_note
from dashboard.views.units.unit_words import short_words
from geocoding.distance import Floats

_FAR_KM = 10_000.0
"""Farther than any two places of Poland."""

_ALIKE = 2.0
"""Populations within this ratio are called similar."""


@dataclass(frozen=True, slots=True)
class Relations:
    """Distance and similarity of every practice to the reader's own unit.

    Attributes:
        away_km: Distance, NaN where a practice is not located, or only by a county or voivodeship.
        comparison: How like their units are to it; None where nothing is known to compare by.
    """

    away_km: Floats
    comparison: Comparison | None

    def ranks(self, order: Order) -> Floats | None:
        """Give the numbers by which an order sorts, lowest first; None for the catalogue's."""
        if order is Order.DISTANCE:
            return self.away_km
        if order is Order.LIKENESS and self.comparison is not None:
            away = np.nan_to_num(self.away_km, nan=_FAR_KM)
            return -np.round(self.comparison.alike, 2) + away / _FAR_KM / 1000
        return None


def relate(catalog: Catalog, home: HomeUnit) -> Relations:
    """Say how the practices of a catalogue stand to the reader's own unit."""
    return Relations(away_km=distances_km(catalog, home.point), comparison=compare(catalog, home))


def relation_words(catalog: Catalog, relations: Relations, row: int, texts: Texts) -> str:
    """Give distance and likeness of a practice, explained; empty where nothing is known."""
    words = []
    away_km = relations.away_km[row]
    if not np.isnan(away_km):
        words.append(_away(float(away_km), texts))
    elif area := area_words(catalog, row, texts):
        words.append(area)
    if relations.comparison is not None:
        words.append(_likeness(catalog, relations.comparison, row, texts))
    return " · ".join(words)


def area_words(catalog: Catalog, row: int, texts: Texts) -> str:
    """Say which counties or voivodeships are all that is known of where a practice is."""
    (places,) = catalog.places_at([row])
    areas = dict.fromkeys(place.matched for place in places if place.precision in AREAS)
    return texts("away-area", area=", ".join(areas)) if areas else ""


def inexact_words(catalog: Catalog, row: int, texts: Texts) -> str:
    """Return the precision and accuracy of each position of a practice, in words."""
    (places,) = catalog.places_at([row])
    return "; ".join(
        f"{each.matched}: {position_note(each, texts)}" for each in places if each.point
    )


def _away(away_km: float, texts: Texts) -> str:
    """Give a distance in whole km: the positions behind it are no more exact than that."""
    return texts("away", km=texts.number(round(away_km))) if away_km >= 1 else texts("away-near")


def _likeness(catalog: Catalog, comparison: Comparison, row: int, texts: Texts) -> str:
    """Give what the unit of a practice is, and how like the reader's own it is."""
    value = float(comparison.alike[row])
    is_completed = completed_population(catalog, row) is not None
    reasons = list(short_words(catalog, row, texts, is_completed=is_completed))
    theme = comparison.sides.get(Side.THEME)
    if theme is not None and theme[row]:
        reasons.append(texts("likeness-theme"))
    near = comparison.sides.get(Side.FIGURE)
    if near is not None and not np.isnan(near[row]):
        reasons.append(texts("likeness-figure", value=texts.decimal(float(near[row]), places=2)))
    said = ", ".join(reasons)
    if np.isnan(value):
        is_known = bool(catalog.local_units["level"].iloc[row])
        return texts("likeness-other-level" if is_known else "likeness-no-unit", reasons=said)
    return texts("likeness", reasons=said, value=texts.decimal(value, places=2))


def similar_words(similar: Similar, texts: Texts) -> str:
    """Say why a practice is called similar to another."""
    ratio = similar.population_ratio
    has_like_population = ratio is not None and 1 / _ALIKE <= ratio <= _ALIKE
    reasons = {
        "subsection": similar.same_subsection,
        "section": similar.same_section and not similar.same_subsection,
        "type": similar.same_type,
        "population": has_like_population and not similar.is_completed,
        "population-completed": has_like_population and similar.is_completed,
        "text": similar.shared_text,
    }
    return ", ".join(texts(f"similar-{name}") for name, holds in reasons.items() if holds)
