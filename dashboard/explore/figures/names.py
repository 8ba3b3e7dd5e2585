"""Units by the names that tables give them: 'Powiat bocheński', 'Bochnia (2)', 'MAŁOPOLSKIE'."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dashboard.explore.units.local_units import LocalUnits, UnitLevel, name_key
from geocoding import fold
from geocoding.communes import CommuneKind

COUNTRY: Final = frozenset({"polska", "poland", "kraj", "razem", "ogolem", "suma", "ogolem polska"})
"""Names of rows that are totals, folded."""

_LEVELS: Final = {
    UnitLevel.VOIVODESHIP: re.compile(r"^(?:wojewodztwo|woj\.?) +"),
    UnitLevel.COUNTY: re.compile(
        r"^(?:powiat|pow\.?)(?: (?:m\.|miasto|grodzki))? +|, ?powiat$| \(?powiat\)?$"
    ),
    UnitLevel.COMMUNE: re.compile(
        r"^(?:gmina|gm\.|miasto|m\.)"
        r"(?: (?:i gmina|miejska|wiejska|miejsko-wiejska|m\.|w\.|m-w\.))? +"
    ),
}
_LEVELS_BY_NAME: Final = (UnitLevel.VOIVODESHIP, UnitLevel.COMMUNE, UnitLevel.COUNTY)
"""The levels in which a name is looked for that states none: no two have a name in common."""

_CAPITAL: Final = re.compile(r"^(?:powiat |pow\. )?m\. ?st\. ?|^miasto stoleczne ")
_SINCE: Final = re.compile(r" (?:od|do) (?:19|20)\d\d\b.*$")
_KIND_AFTER: Final = re.compile(
    r"\((?P<digit>[1-5])\)|\(?(?P<words>gmina miejsko-wiejska|gmina miejska|gmina wiejska"
    r"|miejsko-wiejska|m-w|miejska|wiejska|gm\. ?w\.|gm\. ?m\.)\)?$"
    r"|[-–,(] ?(?P<town>miasto)\)?$"
)
_DIGITS: Final = {"1": CommuneKind.URBAN, "2": CommuneKind.RURAL, "3": CommuneKind.MIXED}

_TOWN_AND_VILLAGES: Final = {CommuneKind.URBAN, CommuneKind.RURAL}
"""Kinds that exclude each other; a commune of either may have become a mixed one since."""


@dataclass(frozen=True, slots=True)
class StatedUnit:
    """What a name says.

    Attributes:
        key: The name without the words around it, as `name_key` gives it.
        level: The level that it states; None where it states none.
        kind: A CommuneKind that it states; empty where it states none.
        is_part: Whether a part of a commune is meant: '(4)' its town, '(5)' its villages.
    """

    key: str
    level: UnitLevel | None = None
    kind: str = ""
    is_part: bool = False


def read_unit_name(text: str) -> StatedUnit:
    """Read the name of a unit, with what it says of its level and kind."""
    words = _SINCE.sub("", fold(text))
    words, kind, is_part = _without_kind(words)
    if _CAPITAL.search(words):
        level = UnitLevel.COUNTY if words.startswith("pow") else UnitLevel.COMMUNE
        return StatedUnit(name_key(_CAPITAL.sub("", words)), level, kind, is_part)
    for level, pattern in _LEVELS.items():
        if found := pattern.search(words):
            kind = kind or (_kind_of(found[0]) if level is UnitLevel.COMMUNE else "")
            return StatedUnit(name_key(pattern.sub("", words)), level, kind, is_part)
    return StatedUnit(
        name_key(words), UnitLevel.COMMUNE if kind or is_part else None, kind, is_part
    )


def _without_kind(words: str) -> tuple[str, str, bool]:
    """Give a folded name without the kind after it, the kind, and whether it is a part."""
    found = _KIND_AFTER.search(words)
    if not found or not found.start():
        return words, "", False
    digit = found["digit"] or ""
    kind = _DIGITS.get(digit, "") if digit else _kind_of(found["words"] or found["town"])
    return words[: found.start()].strip(" ,-–("), kind, digit in {"4", "5"}


def _kind_of(words: str) -> str:
    """Give the kind of commune that words state; empty for none."""
    if "miejsko" in words or "m-w" in words or "i gmina" in words:
        return CommuneKind.MIXED
    if "wiejska" in words or "w." in words:
        return CommuneKind.RURAL
    return CommuneKind.URBAN if "mi" in words or "m." in words else ""


@dataclass(frozen=True)
class UnitNames:
    """The units by code, and by name.

    Attributes:
        units: All units.
    """

    units: LocalUnits

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The folded name of each unit by its code; cities with county rights as counties, too."""
        keys = [name_key(name) for name in self.units.columns["name"]]
        return {code: keys[row] for code, row in self.units.positions.items()}

    def label(self, code: str) -> str:
        """Give a unit in words, with its code: 'Bochnia (120101)'."""
        row = self.units.positions.get(code)
        return code if row is None else f"{self.units.columns['name'][row]} ({code})"

    def agrees(self, code: str, text: str) -> bool:
        """Say whether a name may be that of the unit with a code; an empty one may."""
        key = read_unit_name(text).key
        own = self.keys.get(code, "")
        return not key or key == own or f" {own} " in f" {key} " or f" {key} " in f" {own} "

    def named(
        self, text: str, *, level: UnitLevel | None = None, county: str = "", voivodeship: str = ""
    ) -> list[str]:
        """Give the codes of the units that a name may mean: one where it is certain.

        Args:
            text: The name, as the table writes it.
            level: The level of the column's units, where its heading says it.
            county: The county, where the table states it.
            voivodeship: The voivodeship, where the table states it.
        """
        stated = read_unit_name(text)
        only = stated.level or level
        levels = [only] if only else _LEVELS_BY_NAME
        where = {
            "county": read_unit_name(county).key,
            "voivodeship": read_unit_name(voivodeship).key,
        }
        for each in levels:
            if found := self._of_level(each, stated, where):
                return found
        return []

    def _of_level(
        self, level: UnitLevel, stated: StatedUnit, where: Mapping[str, str]
    ) -> list[str]:
        """Give the codes of the units of a name on one level."""
        if level is UnitLevel.COMMUNE:
            rows = self.units.named(level, stated.key, **where)
            kinds = self.units.columns["kind"]
            rows = [row for row in rows if {stated.kind, kinds[row]} != _TOWN_AND_VILLAGES]
            return [self.units.columns["teryt"][row] for row in rows]
        if level is UnitLevel.VOIVODESHIP:
            rows = self.units.named(level, stated.key)
            return [self.units.columns["teryt"][row] for row in rows]
        voivodeship = where["voivodeship"]
        rows = self.units.named(level, stated.key, voivodeship=voivodeship)
        cities = self.units.named(UnitLevel.COMMUNE, stated.key, voivodeship=voivodeship)
        codes = [self.units.columns["teryt"][row] for row in rows]
        rights = [self.units.at(row) for row in cities]
        return codes or [each.teryt[:4] for each in rights if each.has_county_rights]
