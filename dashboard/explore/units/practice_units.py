"""Which local government unit carried each practice out: its level, its code, how it is known.

A record card names the unit in words: its type, the locality and the county of its seat, the name
of the office. An office may stand in another unit than its own: 45 county offices and some rural
communes have their seat in a city with county rights. So what the card says comes first, then the
office's name, and where the office stands comes last. What is not certain stays unknown.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from itertools import takewhile
from typing import Any, Final

import numpy as np
import pandas as pd

from dashboard.explore.units.local_units import LocalUnits, UnitLevel, name_key
from dashboard.explore.units.statement import Statement, kind_of, level_of
from geocoding import Status, fold
from geocoding.communes import CommuneKind
from geocoding.distance import distance_km

COLUMNS: Final = ("level", "teryt", "known_by")
"""The columns of a table of the practices' units."""


class KnownBy(StrEnum):
    """How the unit of a practice is known."""

    CARD = "card"
    """The record card states its locality and county, or its county or voivodeship."""
    NAME = "name"
    """The name of the office says it."""
    POINT = "point"
    """It is where the practice or its office stands."""


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """The unit of a practice; empty where it is not known.

    Attributes:
        level: A UnitLevel.
        teryt: Its code; empty of an association, which has none.
        known_by: A KnownBy.
    """

    level: str = ""
    teryt: str = ""
    known_by: str = ""


_OF_COMMUNE: Final = re.compile(
    r"^(?:urzad )?(?:gmin[ay]|miast[oa]|miast[oa] i gmin[ay]|gmin[ay] i miast[oa]|m\. ?st\.)"
    r"(?: (?:miejsk\w+|wiejsk\w+|miejsko ?-? ?wiejsk\w+|stoleczne\w*))? (?P<name>[^,(]+)"
)
_NAMED_AFTER: Final = re.compile(
    r"\b(?:powiat(?:u|em|owi)?|powiecie|starost[ay]|wojewodztw\w+|wojewod[ay])"
    r" (?P<stem>[\w-]*[a-z]{2}k)(?:ie|i|iego|iemu|im)\b"
)
_EXACT: Final = frozenset(
    {"building", "interpolated", "street", "postal_code", "locality", "commune"}
)
_FORMER_NAMES: Final = {"jeleniogorski": "karkonoski"}
_NAMED_BEFORE: Final = {new: old for old, new in _FORMER_NAMES.items()}
_SHORTEST_STEM: Final = 3


def units_of(practices: pd.DataFrame, places: pd.DataFrame, units: LocalUnits) -> pd.DataFrame:
    """Give the unit of each practice.

    Args:
        practices: One row a practice, columns of the practices table, index 0..n-1.
        places: Their places, with the column `row`: the position of the practice.
        units: All units.

    Returns:
        One row a practice, columns COLUMNS: texts, empty where nothing is known.
    """
    said = _statements(practices, places)
    numbers = said.groupby(list(said.columns), sort=False, dropna=False).ngroup()  # many say alike
    distinct: list[dict[str, Any]] = said[~numbers.duplicated()].to_dict("records")  # type: ignore[assignment]
    found = [find_unit(Statement(**words), units) for words in distinct]
    rows = [(each.level, each.teryt, each.known_by) for each in found]
    table = pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
    return table.take(numbers.to_numpy()).set_axis(practices.index)


def find_unit(said: Statement, units: LocalUnits) -> KnownUnit:
    """Give the unit that a statement is about; what is not certain stays empty."""
    level = level_of(said)
    if level is UnitLevel.ASSOCIATION:
        return KnownUnit(level, "", KnownBy.CARD if said.unit_type else KnownBy.NAME)
    if level is UnitLevel.VOIVODESHIP:
        return _voivodeship(said, units)
    if level is UnitLevel.COUNTY:
        return _county(said, units)
    found = _commune(said, units, is_sure=level is not None)
    return found if level or found.teryt else KnownUnit()


def _statements(practices: pd.DataFrame, places: pd.DataFrame) -> pd.DataFrame:
    """Give what is known of the unit of each practice: a row each, columns as a Statement has."""
    names = ["unit_type", "unit", "locality", "county", "voivodeship"]
    there = _where(places).reindex(range(len(practices)), fill_value="")
    return practices[names].assign(
        population=practices["population"].astype("float64"), **there.set_axis(practices.index)
    )


def _where(places: pd.DataFrame) -> pd.DataFrame:
    """Give the commune, county and voivodeship where all places of a practice lie, '' for several.

    Returns:
        One row a practice that has places, by its row; columns as the Statement's `_there`.
    """
    sure = places["status"].isin([Status.OK.value, Status.MANUAL.value])
    exact = sure & (places["precision"].isin(_EXACT) | (places["status"] == Status.MANUAL.value))
    here = pd.DataFrame(
        {
            "commune_there": places["matched_commune"].where(exact, ""),
            "county_there": places["matched_county"].where(sure, ""),
            "voivodeship_there": places["matched_voivodeship"].where(sure, ""),
        }
    ).set_axis(places["row"])
    there = here[~here.index.duplicated()]
    further = here[here.index.duplicated()]
    differs = further != there.loc[further.index].set_axis(further.index)
    for name in there.columns:
        there.loc[further.index[differs[name]], name] = ""
    return there


def _voivodeship(said: Statement, units: LocalUnits) -> KnownUnit:
    """Give the voivodeship that is stated, that the office is named after, or where it stands."""
    in_name = _after_adjective(UnitLevel.VOIVODESHIP, said.unit, "ie", units)
    return _first_certain(
        UnitLevel.VOIVODESHIP,
        {
            KnownBy.CARD: units.named(UnitLevel.VOIVODESHIP, said.voivodeship),
            KnownBy.NAME: in_name,
            KnownBy.POINT: units.named(UnitLevel.VOIVODESHIP, said.voivodeship_there),
        }.items(),
        units,
    )


def _county(said: Statement, units: LocalUnits) -> KnownUnit:
    """Give the county that is stated, that the office is named after, or where it stands.

    Where it is a city with county rights, the office is that of the county around it.
    """
    region = said.voivodeship or said.voivodeship_there
    in_name = _after_adjective(UnitLevel.COUNTY, said.unit, "i", units, voivodeship=region)
    return _first_certain(
        UnitLevel.COUNTY,
        {
            KnownBy.CARD: units.named(UnitLevel.COUNTY, said.county, voivodeship=region),
            KnownBy.NAME: in_name or _around(said.county, region, units),
            KnownBy.POINT: units.named(UnitLevel.COUNTY, said.county_there, voivodeship=region)
            or _around(said.county_there, region, units),
        }.items(),
        units,
    )


def _around(city: str, voivodeship: str, units: LocalUnits) -> list[int]:
    """Give the county that is named after a city with county rights and lies around it."""
    cities = units.named(UnitLevel.COMMUNE, city, county=city, voivodeship=voivodeship)
    if not cities:
        return []
    key, middle = name_key(city), units.at(cities[0]).point

    def rank(row: int) -> tuple[int, float]:
        """Say how many letters the names share, and how near the county is."""
        name = name_key(units.columns["name"][row])
        letters = zip(key, _NAMED_BEFORE.get(name, name), strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))
        return shared, -float(distance_km(*map(np.array, (*middle, *units.at(row).point))))

    best = max(units.counties_of(voivodeship), key=rank, default=None)
    return [best] if best is not None and rank(best)[0] >= _SHORTEST_STEM else []


def _after_adjective(
    level: UnitLevel, text: str, ending: str, units: LocalUnits, **where: str
) -> list[int]:
    """Give the units whose name, an adjective in any case, stands in a text."""
    for match in _NAMED_AFTER.finditer(fold(text)):
        name = match["stem"] + ending
        rows = units.named(level, _FORMER_NAMES.get(name, name), **where)
        if rows:
            return rows
    return []


def _commune(said: Statement, units: LocalUnits, *, is_sure: bool) -> KnownUnit:
    """Give the commune that is stated, that the office is named after, or where it stands.

    Of a commune that another kind is stated of, the only one of its name in the stated county is
    meant: the table knows most kinds by what it derives them from, and some have changed.

    Args:
        said: What is known.
        units: All units.
        is_sure: Whether the unit is known to be a commune; else only where it stands is asked.
    """
    region = said.voivodeship or said.voivodeship_there
    named = partial(units.named, UnitLevel.COMMUNE)
    there = named(said.commune_there, county=said.county_there, voivodeship=said.voivodeship_there)
    ways = {KnownBy.POINT: there}
    if is_sure:
        office = _OF_COMMUNE.match(fold(said.unit))
        stated = named(said.locality, voivodeship=region)
        here = named(said.locality, county=said.county, voivodeship=region) if said.county else []
        ways = {
            KnownBy.CARD: here,
            KnownBy.NAME: named(office["name"].strip() if office else "", voivodeship=region),
            KnownBy.POINT: _of_kind(there, said, units) or stated,  # it may stand in another
        }
    certain = (
        (way, _of_kind(_nearest(rows, said, units), said, units)) for way, rows in ways.items()
    )
    found = _first_certain(UnitLevel.COMMUNE, certain, units)
    if found.teryt or not said.county:
        return found
    here = named(said.locality or said.commune_there, county=said.county, voivodeship=region)
    return _first_certain(UnitLevel.COMMUNE, [(KnownBy.CARD, here)], units)


def _nearest(rows: list[int], said: Statement, units: LocalUnits) -> list[int]:
    """Keep those of the county that is stated or found, where one of them can be meant."""
    for county in filter(None, (said.county, said.county_there)):
        key = name_key(county)
        near = [row for row in rows if name_key(units.columns["county"][row]) == key]
        if _of_kind(near, said, units):
            return near
    return rows


def _of_kind(rows: list[int], said: Statement, units: LocalUnits) -> list[int]:
    """Tell a town from the rural commune around it that has its name.

    By the kind that is stated, else by the inhabitants that are; a locality without either is the
    town, since the rural commune has only its office there. What is stated as urban is no rural
    commune, and the reverse; a commune may have become mixed since.
    """
    kinds, people = units.columns["kind"], units.columns["population"]
    wanted = kind_of(said)
    rows = [row for row in rows if {wanted, kinds[row]} != {CommuneKind.URBAN, CommuneKind.RURAL}]
    fitting = [row for row in rows if kinds[row] == wanted]
    if len(rows) <= 1 or fitting:
        return fitting or rows
    if said.population > 0:
        return [min(rows, key=lambda row: abs(math.log(people[row] / said.population)))]
    towns = [
        row
        for row in rows
        if kinds[row] == CommuneKind.URBAN
        and name_key(units.columns["name"][row]) == name_key(said.locality)
    ]
    return towns or rows


def _first_certain(
    level: UnitLevel, ways: Iterable[tuple[KnownBy, Sequence[int]]], units: LocalUnits
) -> KnownUnit:
    """Give the unit by the first way that leads to one alone."""
    for known_by, rows in ways:
        if len(rows) == 1:
            return KnownUnit(level.value, units.columns["teryt"][rows[0]], known_by.value)
    return KnownUnit(level.value, "", "")
