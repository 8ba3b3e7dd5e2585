"""A figure: one number a unit, with its name, unit, year and source."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, Final, Self

from dashboard.explore.units.local_units import UnitLevel
from geocoding import fold

CITY_WITH_RIGHTS: Final = 61
"""From this number on, counties are cities with county rights: one commune each."""

DIGITS: Final = {UnitLevel.VOIVODESHIP: 2, UnitLevel.COUNTY: 4, UnitLevel.COMMUNE: 6}
"""The digits of a code by the level of its unit."""

_LONGEST_SLUG: Final = 60
_OWN: Final = "wlasny-"


class FigureKind(StrEnum):
    """Whether numbers may be added up."""

    COUNT = "count"
    """A number of things: the sum of its communes is the county's."""
    RATE = "rate"
    """A share, a mean, an index: it is never added up, and is no denominator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCaption:
    """What is said of a figure.

    Attributes:
        name: What is measured.
        unit: Its unit, such as 'osoba' or '%'; may be empty.
        year: The year of its data; None where it is of none.
        source: Who published it.
        kind: Whether it may be added up.
    """

    name: str
    unit: str
    year: int | None
    source: str
    kind: FigureKind


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number a unit.

    Attributes:
        caption: What is said of it.
        by_code: The number by TERYT code: two, four or six digits. Units without one are absent.
        is_own: Whether a visitor brought it, who alone sees it.
    """

    caption: FigureCaption
    by_code: Mapping[str, float] = field(repr=False)
    is_own: bool = False

    @property
    def key(self) -> str:
        """Its name in an address: letters, digits and dashes, the year at its end.

        That of a visitor's own is made of its content, too: no two visitors share it by chance.
        """
        words = re.findall(r"[a-z0-9]+", fold(self.caption.name))
        slug = "-".join(words)[:_LONGEST_SLUG].strip("-") or "wskaznik"
        named = f"{slug}-{self.caption.year}" if self.caption.year else slug
        return f"{_OWN}{named}-{self.version}" if self.is_own else named

    @cached_property
    def version(self) -> str:
        """A text that another content has not."""
        return hashlib.blake2b(self.to_json(), digest_size=4).hexdigest()

    def levels(self) -> tuple[UnitLevel, ...]:
        """Give the levels of whose codes some have a number, stated or added up; finest first.

        A table of counties has none of communes, though cities with county rights are both.
        """
        lengths = {len(code) for code in self.by_code}
        return tuple(level for level in _FINEST_FIRST if DIGITS[level] in lengths)

    def at(self, level: UnitLevel) -> Mapping[str, float]:
        """Give the number of each unit of a level that has one, by code; `completed` adds sums.

        A city with county rights is a commune and a county: what is stated for either counts for
        both, where the other is not stated itself.
        """
        digits = DIGITS[level]
        stated = {code: value for code, value in self.by_code.items() if len(code) == digits}
        if level is UnitLevel.COMMUNE:
            cities = self._of_length(DIGITS[UnitLevel.COUNTY])
            return {f"{code}01": value for code, value in cities.items() if is_city(code)} | stated
        if level is UnitLevel.COUNTY:
            communes = self._of_length(DIGITS[UnitLevel.COMMUNE])
            return {code[:4]: value for code, value in communes.items() if is_city(code)} | stated
        return stated

    def completed(self, parts: Mapping[str, frozenset[str]]) -> Self:
        """Give the same with the sums of counts for counties and voivodeships that state none.

        Args:
            parts: The codes of the communes of each county, and of the counties of each
                voivodeship. A unit one of whose parts has no number gets none either.
        """
        if self.caption.kind is not FigureKind.COUNT:
            return self
        values = dict(self.by_code)
        for level in (UnitLevel.COUNTY, UnitLevel.VOIVODESHIP):
            below = UnitLevel.COMMUNE if level is UnitLevel.COUNTY else UnitLevel.COUNTY
            there = replace(self, by_code=values)
            known, of_parts = there.at(level), there.at(below)
            for code, inside in parts.items():
                if len(code) == DIGITS[level] and code not in known and inside <= of_parts.keys():
                    values[code] = sum(of_parts[each] for each in sorted(inside))
        return replace(self, by_code=values)

    def added_up(self, whole: Self) -> frozenset[str]:
        """Give the codes that have a number in a completed figure, and not in this one."""
        return frozenset(whole.by_code.keys() - self.by_code.keys())

    def to_json(self) -> bytes:
        """Write it as JSON."""
        content = {**asdict(self.caption), "values": dict(self.by_code)}
        return json.dumps(content, ensure_ascii=False).encode()

    @classmethod
    def from_json(cls, content: bytes) -> Self:
        """Read what `to_json` wrote."""
        read: dict[str, Any] = json.loads(content)
        values = read.pop("values")
        kind = FigureKind(read.pop("kind"))
        return cls(caption=FigureCaption(kind=kind, **read), by_code=values)

    def _of_length(self, digits: int) -> dict[str, float]:
        """Give the values of codes with so many digits."""
        return {code: value for code, value in self.by_code.items() if len(code) == digits}


_FINEST_FIRST: Final = (UnitLevel.COMMUNE, UnitLevel.COUNTY, UnitLevel.VOIVODESHIP)


def is_city(code: str) -> bool:
    """Say whether a code of four or six digits is of a city with county rights."""
    return int(code[2:4]) >= CITY_WITH_RIGHTS
