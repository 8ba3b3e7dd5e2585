"""What a record card says of the unit of a practice, and what its words tell of the unit."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dashboard.explore.units.local_units import UnitLevel
from geocoding import fold
from geocoding.communes import CommuneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What is known of a practice's unit; empty where it is not.

    Attributes:
        unit_type: Type of the unit as the card states it.
        unit: Name of the office.
        locality: Locality of the seat.
        county: County of the seat.
        voivodeship: Voivodeship of the seat.
        population: Inhabitants; NaN where unknown.
        commune_there: Name of the commune that its single place was located in.
        county_there: Name of the county that all its places were located in.
        voivodeship_there: Name of the voivodeship that all its places were located in.
    """

    unit_type: str = ""
    unit: str = ""
    locality: str = ""
    county: str = ""
    voivodeship: str = ""
    population: float = math.nan
    commune_there: str = ""
    county_there: str = ""
    voivodeship_there: str = ""


_MAX_CACHED: Final = 1 << 12
_LEVELS: Final[Mapping[UnitLevel, re.Pattern[str]]] = {
    UnitLevel.ASSOCIATION: re.compile(r"\b(zwiaz\w+|stowarzyszen\w+|porozumien\w+|metropoli\w+)"),
    UnitLevel.COUNTY: re.compile(r"\b(starost\w+|powiat\w*)"),
    UnitLevel.VOIVODESHIP: re.compile(r"\b(marszalk\w+|wojewod\w+)"),
    UnitLevel.COMMUNE: re.compile(
        r"\b(gmin\w*|miast\w*|miejsk\w+|miejsko|prezydent\w*|burmistrz\w*|wojt\w*)"
    ),
}
"""Words of a type or of an office's name by which its level is known, the surest first."""

_CITY: Final = re.compile(r"miasto na prawach powiatu|powiat grodzki|m\. na prawach powiatu")
_KINDS: Final[Mapping[CommuneKind, re.Pattern[str]]] = {
    CommuneKind.MIXED: re.compile(
        r"\bmiejsko ?-? ?wiejsk\w+|\bmiast\w* i gmin\w*|\bgmin\w* i miast\w*"
    ),
    CommuneKind.RURAL: re.compile(r"\bwiejsk\w+|\burzad\w* gmin\w*|\bwojt\w*"),
    CommuneKind.URBAN: re.compile(r"\bmiejsk\w+|\bmiast\w*|\bprezydent\w*|\bburmistrz\w*"),
}
"""Words of a type or of an office's name by which a commune's kind is known, the surest first."""


def level_of_type(unit_type: str) -> UnitLevel | None:
    """Give the level of a type of unit, as record cards state it; None where it tells none."""
    return level_of(Statement(unit_type=unit_type))


def kind_of_type(unit_type: str) -> CommuneKind | None:
    """Give the kind of commune of a type of unit; None where it tells none."""
    is_commune = level_of_type(unit_type) is UnitLevel.COMMUNE
    return kind_of(Statement(unit_type=unit_type)) if is_commune else None


@lru_cache(maxsize=_MAX_CACHED)  # asked several times of each practice
def level_of(said: Statement) -> UnitLevel | None:
    """Give the level that the type states, else the one that the name of the office tells."""
    for text in (fold(said.unit_type), fold(said.unit)):
        if _CITY.search(text):
            return UnitLevel.COMMUNE
        for level, words in _LEVELS.items():
            if words.search(text):
                return level
    return None


@lru_cache(maxsize=_MAX_CACHED)
def kind_of(said: Statement) -> CommuneKind | None:
    """Give the kind of commune that the type states, else the one that the office's name tells."""
    for text in (fold(said.unit_type), fold(said.unit)):
        if _CITY.search(text):
            return CommuneKind.URBAN
        for kind, words in _KINDS.items():
            if words.search(text):
                return kind
    return None
