"""How exact a target's point is: the radius that holds the true point about 9 times in 10.

Each radius has one or two constants. They were fitted by eye to the nine-tenths quantiles of
the distances between this gazetteer's points and some 1,300 surveyed addresses of shops,
parcel lockers and post offices all over Poland, group by group (population, distance between
the two sources, reach of the code), and rounded. Those addresses are no part of the project.
"""

import numpy as np

from geocoding.distance import Floats
from geocoding.gazetteer.lookup import Ints

_HAMLET_M = 1200.0
_PER_ROOT_INHABITANT_M = 11.5
_QUARTER_M = 700.0
_PER_KM_OF_DISAGREEMENT_M = 600.0
_MOST_DISAGREEMENT_KM = 3.0
_ONE_SOURCE_M = 1100.0
_CODE_M = 2300.0
_PER_KM_OF_REACH_M = 500.0
_CODE_OF_ONE_M = 1000.0
_MOST_OF_ONE_KM = 5.0


def of_locality(population: Ints) -> Floats:
    """Radius in metres for a town or village as a whole.

    It grows with the built-up area: about with the root of the number of inhabitants.
    """
    return _HAMLET_M + _PER_ROOT_INHABITANT_M * np.sqrt(population)


def of_quarter(disagreement_km: Floats) -> Floats:
    """Radius in metres for a street or quarter of a city that has a postal code of its own.

    The more the two sources disagree on where the code is, the less is certain.
    """
    apart = np.minimum(disagreement_km, _MOST_DISAGREEMENT_KM)
    radius = _QUARTER_M + _PER_KM_OF_DISAGREEMENT_M * apart
    return np.where(np.isnan(disagreement_km), _ONE_SOURCE_M, radius)


def of_code(reach_km: Floats, disagreement_km: Floats, settlements: Ints) -> Floats:
    """Radius in metres for all of a postal code's area.

    Args:
        reach_km: Within this distance lie nine tenths of its settlements.
        disagreement_km: Between the two sources; NaN where only one has the code.
        settlements: How many settlements have the code.
    """
    many = _CODE_M + _PER_KM_OF_REACH_M * np.nan_to_num(reach_km)
    apart = np.minimum(np.nan_to_num(disagreement_km), _MOST_OF_ONE_KM)
    return np.where(settlements == 1, _CODE_OF_ONE_M * (1 + apart), many)


def of_unit(reach_km: Floats) -> Floats:
    """Radius in metres for a commune, a county or a voivodeship.

    Args:
        reach_km: Within this distance lie nine tenths of its settlements.
    """
    return _HAMLET_M + 1000.0 * reach_km
