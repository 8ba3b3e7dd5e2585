"""How exact a target's point is: the radius that holds the true point about 9 times in 10.

The constants were fitted to the nine-tenths quantiles of the distances between this gazetteer's
points and some 2,100 surveyed addresses of shops, parcel lockers, post offices and state offices
all over Poland, group by group (inhabitants, distance between the two sources, reach of the code),
and rounded. Those addresses are no part of the project.
"""

import numpy as np

from geocoding.distance import Floats
from geocoding.gazetteer.lookup import Ints

_HAMLET_M = 1200.0
_PER_ROOT_INHABITANT_M = 4.0
_CITY_INHABITANTS = 30_000
_PER_FURTHER_ROOT_M = 4.5
_QUARTER_M = 500.0
_PER_KM_OF_DISAGREEMENT_M = 700.0
_MAX_DISAGREEMENT_KM = 5.0
_ONE_SOURCE_M = 2300.0
_LEAST_OF_SEVERAL_M = 4300.0
_SEVERAL_M = 2700.0
_PER_KM_OF_REACH_M = 370.0
_CODE_OF_ONE_M = 550.0
_CODE_PER_KM_OF_DISAGREEMENT_M = 800.0
_MAX_OF_ONE_KM = 4.0
_SINGLE_AREA_M = 1200.0


def of_locality(population: Ints) -> Floats:
    """Return the radius in metres for a town or village as a whole.

    It grows with the built-up area: about with the root of the number of inhabitants, in cities
    faster, since they are less dense at their edges.
    """
    root = np.sqrt(population)
    further = np.maximum(root - np.sqrt(_CITY_INHABITANTS), 0)
    radius: Floats = _HAMLET_M + _PER_ROOT_INHABITANT_M * root + _PER_FURTHER_ROOT_M * further
    return radius


def of_quarter(disagreement_km: Floats) -> Floats:
    """Return the radius in metres for a street or quarter of a city that has its own postal code.

    The more the two sources disagree on where the code is, the less is certain.
    """
    apart = np.minimum(disagreement_km, _MAX_DISAGREEMENT_KM)
    radius = _QUARTER_M + _PER_KM_OF_DISAGREEMENT_M * apart
    return np.where(np.isnan(disagreement_km), _ONE_SOURCE_M, radius)


def of_code(reach_km: Floats, disagreement_km: Floats, settlements: Ints) -> Floats:
    """Return the radius in metres for all of a postal code's area.

    Args:
        reach_km: Within this distance lie nine tenths of its settlements; NaN for none.
        disagreement_km: Between the two sources; NaN where only one has the code.
        settlements: How many settlements have the code.
    """
    several = np.maximum(_SEVERAL_M + _PER_KM_OF_REACH_M * reach_km, _LEAST_OF_SEVERAL_M)
    apart = np.minimum(disagreement_km, _MAX_OF_ONE_KM)
    one = _CODE_OF_ONE_M + _CODE_PER_KM_OF_DISAGREEMENT_M * apart
    one = np.where(np.isnan(disagreement_km), _ONE_SOURCE_M, one)
    return np.select([settlements > 1, settlements == 1], [several, one], _ONE_SOURCE_M)


def of_unit(reach_km: Floats) -> Floats:
    """Return radius in metres for a commune, a county or a voivodeship.

    Args:
        reach_km: Within this distance lie nine tenths of its settlements.
    """
    return _SINGLE_AREA_M + 1000.0 * reach_km
