"""Poland's local government units: communes, counties and voivodeships, with their figures.

Counties and voivodeships have the figures of their communes added up, so all are of one day. A
city with county rights is a commune here, and stands for its county.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, Final, Self

import numpy as np
import pandas as pd

from geocoding.added import cached_with_added
from geocoding.communes import (
    DIGITS_OF_COMMUNE,
    Commune,
    Communes,
    County,
    Urbanisation,
    Voivodeship,
    load_communes,
)
from geocoding.distance import Floats
from geocoding.text.localities import locality_key

COLUMNS: Final = (
    *("teryt", "level", "name", "kind", "county", "voivodeship", "population", "area_km2"),
    *("urbanisation", "urban_area", "lat", "lon"),
)
"""The columns of the table of units."""

DEGREES: Final = (1, 2, 3)
"""Eurostat's degrees of urbanisation: city, town or suburb, rural area."""

_FIRST_CITY: Final = 61
"""From this number on, the counties of a voivodeship are cities with county rights."""

_DEGREE: Final = {Urbanisation.CITY: 1, Urbanisation.TOWN: 2, Urbanisation.RURAL: 3}


_MAX_CACHED: Final = 1 << 15


@lru_cache(maxsize=_MAX_CACHED)  # the same few thousand names are asked for each practice
def name_key(name: str) -> str:
    """Give what two spellings of the name of a unit or locality have in common."""
    return locality_key(name)


class UnitLevel(StrEnum):
    """What sort of unit it is."""

    COMMUNE = "commune"
    COUNTY = "county"
    VOIVODESHIP = "voivodeship"
    ASSOCIATION = "association"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalUnit:
    """A commune, a county or a voivodeship.

    Attributes:
        teryt: Its code: six, four or two digits.
        level: Which of the three.
        name: 'Bochnia', 'bocheński' or 'małopolskie'.
        kind: A CommuneKind; empty of other units than communes.
        county: Name of its county; empty of a voivodeship.
        voivodeship: Name of its voivodeship.
        population: Inhabitants.
        density: Inhabitants a square kilometre.
        urbanisation: Eurostat's degree: 1 city, 2 town or suburb, 3 rural; None of other units.
        urban_area: Name of the functional urban area that it is of; empty for none.
        point: (lat, lon) in degrees.
    """

    teryt: str
    level: UnitLevel
    name: str
    kind: str
    county: str
    voivodeship: str
    population: int
    density: float
    urbanisation: int | None
    urban_area: str
    point: tuple[float, float]

    @property
    def has_county_rights(self) -> bool:
        """Whether it is a city that is a county, too."""
        return self.level is UnitLevel.COMMUNE and int(self.teryt[2:4]) >= _FIRST_CITY


@dataclass(frozen=True)
class LocalUnits:
    """All units.

    Attributes:
        table: One row a unit, columns COLUMNS, index 0..n-1: communes, counties, voivodeships.
            urbanisation is 0 where a unit has none.
        day: The day of which the populations are.
    """

    table: pd.DataFrame
    day: dt.date

    @classmethod
    def of(cls, communes: Communes) -> Self:
        """Make the units of all communes; the point of a larger one is that of its inhabitants."""
        rows = [
            *map(_commune_row, communes.rows),
            *(
                _added_row(each, UnitLevel.COUNTY, communes)
                for each in communes.counties
                if int(each.teryt[2:]) < _FIRST_CITY
            ),
            *(_added_row(each, UnitLevel.VOIVODESHIP, communes) for each in communes.voivodeships),
        ]
        table = pd.DataFrame(rows, columns=list(COLUMNS))
        return cls(table=table, day=communes.population_date)

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """The row of each unit by its code; also by the county code of a city with such rights."""
        rows = {teryt: row for row, teryt in enumerate(self.table["teryt"].tolist())}
        cities = {
            teryt[:4]: row
            for teryt, row in rows.items()
            if len(teryt) == DIGITS_OF_COMMUNE and int(teryt[2:4]) >= _FIRST_CITY
        }
        return rows | cities

    @cached_property
    def density(self) -> Floats:
        """Inhabitants a square kilometre, one entry a unit."""
        found: Floats = (self.table["population"] / self.table["area_km2"]).to_numpy(np.float64)
        return found

    @cached_property
    def columns(self) -> Mapping[str, list[Any]]:
        """The columns of the table as lists."""
        return {str(name): self.table[name].tolist() for name in self.table.columns}

    def find(self, teryt: str) -> LocalUnit | None:
        """Give the unit with a code, also with the seven digits of a commune; None for none."""
        row = self.positions.get(
            teryt[:DIGITS_OF_COMMUNE] if len(teryt) > DIGITS_OF_COMMUNE else teryt
        )
        return None if row is None else self.at(row)

    def at(self, row: int) -> LocalUnit:
        """Give the unit in a row of the table."""
        cell = {name: values[row] for name, values in self.columns.items()}
        return LocalUnit(
            teryt=cell["teryt"],
            level=UnitLevel(cell["level"]),
            name=cell["name"],
            kind=cell["kind"],
            county=cell["county"],
            voivodeship=cell["voivodeship"],
            population=int(cell["population"]),
            density=float(self.density[row]),
            urbanisation=int(cell["urbanisation"]) or None,
            urban_area=cell["urban_area"],
            point=(cell["lat"], cell["lon"]),
        )

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], list[int]]:
        """The rows of the units of each level and folded name."""
        found: dict[tuple[str, str], list[int]] = {}
        cells = zip(self.columns["level"], self.columns["name"], strict=True)
        for row, (level, name) in enumerate(cells):
            found.setdefault((level, name_key(name)), []).append(row)
        return found

    def named(
        self, level: UnitLevel, name: str, *, county: str = "", voivodeship: str = ""
    ) -> list[int]:
        """Give the rows of the units of a name, in a county or a voivodeship where one is named."""
        rows = self._by_name.get((level.value, name_key(name)), []) if name else []
        for column, region in (("county", county), ("voivodeship", voivodeship)):
            if region:
                cells, key = self.columns[column], name_key(region)
                rows = [row for row in rows if name_key(cells[row]) == key]
        return rows

    def code_at(self, commune: str, county: str, voivodeship: str) -> str:
        """Give the code of the smallest of these units that is certain; '' where none is."""
        ways: tuple[tuple[UnitLevel, str, dict[str, str]], ...] = (
            (UnitLevel.COMMUNE, commune, {"county": county, "voivodeship": voivodeship}),
            (UnitLevel.COUNTY, county, {"voivodeship": voivodeship}),
            (UnitLevel.VOIVODESHIP, voivodeship, {}),
        )
        for level, name, where in ways:
            rows = self.named(level, name, **where)
            if len(rows) == 1:
                return str(self.columns["teryt"][rows[0]])
        return ""

    def counties_of(self, voivodeship: str) -> list[int]:
        """Give the rows of the counties of a voivodeship, without cities with county rights."""
        return self._counties.get(voivodeship, [])

    @cached_property
    def _counties(self) -> Mapping[str, list[int]]:
        """The rows of the counties of each voivodeship."""
        found: dict[str, list[int]] = {}
        cells = zip(self.columns["level"], self.columns["voivodeship"], strict=True)
        for row, (level, region) in enumerate(cells):
            if level == UnitLevel.COUNTY:
                found.setdefault(region, []).append(row)
        return found

    def rows_of(self, codes: Iterable[str]) -> list[int]:
        """Give the rows of the units with these codes; -1 where there is none."""
        return [self.positions.get(code, -1) for code in codes]


def _commune_row(commune: Commune) -> dict[str, Any]:
    """Give the row of a commune."""
    return {
        "teryt": commune.teryt,
        "level": UnitLevel.COMMUNE.value,
        "name": commune.name,
        "kind": commune.kind.value,
        "county": commune.county,
        "voivodeship": commune.voivodeship,
        "population": commune.population,
        "area_km2": commune.area_km2,
        "urbanisation": _DEGREE[commune.urbanisation],
        "urban_area": commune.functional_area,
        "lat": commune.lat,
        "lon": commune.lon,
    }


def _added_row(unit: County | Voivodeship, level: UnitLevel, communes: Communes) -> dict[str, Any]:
    """Give the row of a county or a voivodeship; its point is the middle of its inhabitants."""
    parts = communes.within(unit.teryt)
    return {
        "teryt": unit.teryt,
        "level": level.value,
        "name": unit.name,
        "kind": "",
        "county": unit.name if level is UnitLevel.COUNTY else "",
        "voivodeship": parts[0].voivodeship,
        "population": unit.population,
        "area_km2": unit.area_km2,
        "urbanisation": 0,
        "urban_area": "",
        "lat": sum(each.lat * each.population for each in parts) / unit.population,
        "lon": sum(each.lon * each.population for each in parts) / unit.population,
    }


@cached_with_added
def local_units() -> LocalUnits:
    """Give the units as the table of communes has them."""
    return LocalUnits.of(load_communes())
