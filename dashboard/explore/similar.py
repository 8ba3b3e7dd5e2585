"""Practices like a given one: by theme, by the unit that did it, and by their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed
from dashboard.explore.filters.home import practice_figures
from dashboard.explore.units.likeness import Profile, compared, is_comparable, likeness
from geocoding.distance import Floats

_THEME_WEIGHT: Final = 0.35
_UNIT_WEIGHT: Final = 0.25
_TEXT_WEIGHT: Final = 0.4
_SAME_SECTION: Final = 0.5


@dataclass(frozen=True, slots=True)
class Similar:
    """A practice that is like another.

    Attributes:
        row: Its position in the catalogue.
        score: 0 to 1.
        same_subsection: It has the same section and subsection.
        same_section: It has the same section.
        same_type: The same kind of unit did it.
        population_ratio: Its unit's population by the other's; None where one is unknown.
        is_completed: One of these populations comes from the gazetteer, not from a record card.
        shared_text: Its words are close to the other's.
    """

    row: int
    score: float
    same_subsection: bool
    same_section: bool
    same_type: bool
    population_ratio: float | None
    is_completed: bool
    shared_text: bool


def similar(catalog: Catalog, row: int, *, limit: int) -> list[Similar]:
    """Give the practices most like the one at a position, the best first; none without likeness."""
    practices = catalog.practices
    own = practices.iloc[row]
    section = (practices["section"] == own["section"]).to_numpy()
    subsection = section & (practices["subsection"] == own["subsection"]).to_numpy()
    theme = np.where(subsection, 1.0, np.where(section, _SAME_SECTION, 0.0))
    population = catalog.population[row]
    unit = _likeness_of_units(catalog, row)
    text = catalog.search_text.closeness(row)
    score = _THEME_WEIGHT * theme + _UNIT_WEIGHT * unit + _TEXT_WEIGHT * text
    score[row] = -1
    added = completed(catalog)
    same_type = (practices["unit_type"] == own["unit_type"]).to_numpy() & bool(own["unit_type"])
    return [
        Similar(
            row=int(at),
            score=float(score[at]),
            same_subsection=bool(subsection[at]),
            same_section=bool(section[at]),
            same_type=bool(same_type[at]),
            population_ratio=_ratio(float(catalog.population[at]), float(population)),
            is_completed=bool(added[at] or added[row]),
            shared_text=bool(text[at] >= _CLOSE),
        )
        for at in np.argsort(-score, kind="stable")[:limit]
        if score[at] > 0
    ]


def _likeness_of_units(catalog: Catalog, row: int) -> Floats:
    """Give one entry a practice: how like its unit is to the one of the practice at a position."""
    figures = practice_figures(catalog)
    profile = Profile.of_row(figures, row)
    sides = compared(profile, figures)
    if not sides:
        return np.zeros(len(catalog))
    return np.nan_to_num(likeness(sides, is_comparable(profile, figures)))


_CLOSE: Final = 0.15
_COMMUNE: Final = ["matched_commune", "county", "voivodeship"]


def _ratio(population: float, own: float) -> float | None:
    """Give the one by the other; None where one is unknown or zero."""
    return population / own if population > 0 and own > 0 else None


def of_the_same_unit(catalog: Catalog, row: int) -> Sequence[int]:
    """Give the positions of other practices of the unit: of its name, or in its commune."""
    units = catalog.practices["unit"]
    named = (units == units.iloc[row]).to_numpy() & bool(units.iloc[row])
    there = named.copy()
    places = catalog.places
    own = places.loc[places["row"].to_numpy() == row, _COMMUNE]
    for commune in own[own["matched_commune"] != ""].drop_duplicates().itertuples(index=False):
        same = np.logical_and.reduce(
            [places[name] == part for name, part in zip(_COMMUNE, commune, strict=True)]
        )
        there[places["row"].to_numpy()[same]] = True
    there[row] = False
    return np.flatnonzero(there).tolist()
