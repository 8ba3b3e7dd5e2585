"""How exact a target's point is: the radius that holds the true point about 9 times in 10."""

import numpy as np

from geocoding.distance import Floats
from geocoding.lookup import Ints

_VILLAGE_M = 2000.0


def of_quarter(disagreement_km: Floats) -> Floats:
    """Radius in metres for a quarter of a city that has a postal code of its own."""
    return 1000.0 + 500.0 * np.nan_to_num(disagreement_km)


def of_locality(population: Ints, codes: Ints) -> Floats:
    """Radius in metres for a town or village under one of its codes."""
    return _VILLAGE_M + 5.0 * np.sqrt(population)


def of_place(population: Ints, codes: Ints) -> Floats:
    """Radius in metres for a place with nothing said of its parts."""
    return _VILLAGE_M + 9.0 * np.sqrt(population)


def of_code(reach_km: Floats, disagreement_km: Floats) -> Floats:
    """Radius in metres for the area of a postal code."""
    return 2000.0 + 1000.0 * np.nan_to_num(reach_km)


def of_unit(reach_km: Floats) -> Floats:
    """Radius in metres for a commune, a county or a voivodeship."""
    return 1000.0 + 1000.0 * reach_km
