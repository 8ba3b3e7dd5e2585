"""How a practice stands to the reader's own unit, or to another practice, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed_population
from dashboard.explore.filters.home import Floats, HomeUnit, distances_km, likeness, likeness_parts
from dashboard.explore.filters.order import Order
from dashboard.explore.similar import Similar
from dashboard.locale import Texts

_ALIKE = 2.0
"""Populations within this ratio are called similar."""


@dataclass(frozen=True, slots=True)
class Relations:
    """How every practice stands to the reader's own unit.

    Attributes:
        away_km: Distance, NaN where a practice is not located.
        parts: The sides of likeness that the reader stated.
        alike: Likeness, 0 to 1; None where no side was stated.
    """

    away_km: Floats
    parts: Mapping[str, Floats]
    alike: Floats | None

    def ranks(self, order: Order) -> Floats | None:
        """The numbers by which an order sorts, the lowest first; None for the catalogue's order."""
        if order is Order.DISTANCE:
            return self.away_km
        if order is Order.LIKENESS and self.alike is not None:
            return -self.alike
        return None


def relate(catalog: Catalog, home: HomeUnit) -> Relations:
    """How the practices of a catalogue stand to the reader's own unit."""
    parts = likeness_parts(catalog, home.query)
    return Relations(
        away_km=distances_km(catalog, home.point),
        parts=parts,
        alike=likeness(parts) if parts else None,
    )


def relation_words(catalog: Catalog, relations: Relations, row: int, texts: Texts) -> str:
    """Distance and likeness of one practice, the score explained; empty where nothing is known."""
    words = []
    away_km = relations.away_km[row]
    if not np.isnan(away_km):
        words.append(_away(float(away_km), texts))
    if relations.alike is not None:
        reasons = "; ".join(_reasons(catalog, relations.parts, row, texts))
        percent = round(100 * float(relations.alike[row]))
        words.append(texts("likeness", percent=percent, reasons=reasons))
    return " · ".join(words)


def _away(away_km: float, texts: Texts) -> str:
    """A distance in whole km: the positions behind it are no more exact than that."""
    return texts("away", km=texts.number(round(away_km))) if away_km >= 1 else texts("away-near")


def _reasons(
    catalog: Catalog, parts: Mapping[str, Floats], row: int, texts: Texts
) -> Iterator[str]:
    """One reason for each side of likeness that was stated."""
    for name, values in parts.items():
        value = float(values[row])
        if name == "population":
            yield _inhabitants(catalog, row, texts)
        elif np.isnan(value):
            yield texts("likeness-type-unknown")
        elif name == "theme":
            yield texts("likeness-theme-same" if value else "likeness-theme-other")
        else:
            kind = "same" if value == 1 else "related" if value else "other"
            yield texts(f"likeness-type-{kind}")


def _inhabitants(catalog: Catalog, row: int, texts: Texts) -> str:
    """The population that the score is made with, and whether the gazetteer gave it."""
    if not catalog.population[row] > 0:
        return texts("likeness-population-unknown")
    source = "stated" if completed_population(catalog, row) is None else "completed"
    population = texts.number(int(catalog.population[row]))
    return texts(f"likeness-population-{source}", population=population)


def similar_words(similar: Similar, texts: Texts) -> str:
    """Why a practice is called similar to another."""
    ratio = similar.population_ratio
    has_like_population = ratio is not None and 1 / _ALIKE <= ratio <= _ALIKE
    told = {
        "subsection": similar.same_subsection,
        "section": similar.same_section and not similar.same_subsection,
        "type": similar.same_type,
        "population": has_like_population and not similar.is_completed,
        "population-completed": has_like_population and similar.is_completed,
        "text": similar.shared_text,
    }
    return ", ".join(texts(f"similar-{name}") for name, holds in told.items() if holds)
