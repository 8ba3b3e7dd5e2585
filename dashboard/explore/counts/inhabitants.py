"""Numbers of inhabitants of voivodeships, counties and communes."""

from datetime import date

import pandas as pd

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.facets import SEPARATOR
from geocoding.communes import load_communes


def voivodeship_inhabitants() -> pd.Series:
    """Give inhabitants by voivodeship, added up from its communes, on `inhabitants_day`."""
    units = load_communes().voivodeships
    return pd.Series({unit.name: unit.population for unit in units}, name="population")


def county_inhabitants() -> pd.Series:
    """Give inhabitants by county as the filter names it, added up from its communes."""
    units = {f"{unit.voivodeship}{SEPARATOR}{unit.name}": unit for unit in load_communes().counties}
    return pd.Series({name: unit.population for name, unit in units.items()}, name="population")


def commune_inhabitants() -> pd.Series:
    """Give inhabitants by commune as the filter names it."""
    found = {name: each.population for name, each in regions.communes_by_name().items()}
    return pd.Series(found, name="population")


def inhabitants_day() -> date:
    """Give the day on which the inhabitants of communes, counties and voivodeships were counted."""
    return load_communes().population_date
