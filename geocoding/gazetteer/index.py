"""The gazetteer: everything that an address may mean, with its point, and how to find it.

What can be an answer is a target. The targets stand in one numbered list, kind after kind:
settlements (a place under one of its codes), places, further places that no code leads to,
postal codes, communes, counties, voivodeships.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import pyarrow as pa

from geocoding.gazetteer import target_kinds
from geocoding.gazetteer.codes import Codes, code_points
from geocoding.gazetteer.fuzzy_names import FuzzyNames
from geocoding.gazetteer.lookup import Groups, Ints, NumberIndex, TextIndex
from geocoding.gazetteer.outliers import mended
from geocoding.gazetteer.places import Places, Settlements, join
from geocoding.gazetteer.reference import Reference
from geocoding.gazetteer.targets import Kind, Targets
from geocoding.gazetteer.units import UnitNames, Units, county_key, county_numbers, voivodeship_key
from geocoding.resources import data_dir
from geocoding.text.localities import read_locality

_REMEMBERED_NAMES = 65_536


@dataclass(frozen=True, eq=False, repr=False)
class Gazetteer:
    """The reference tables, numbered and indexed.

    Attributes:
        names: Keys of localities; a locality's name is known by its number here.
        spellings: Names of places as the gazetteer spells them.
        spelling_name: The name's number for each spelling.
        codes: Postal codes, with what is known of each in `code`.
        code: Points and areas of the postal codes.
        units: Communes, counties and voivodeships.
        county_names: What counties are called.
        voivodeship_names: What voivodeships are called.
        places: The places.
        targets: Everything that can be an answer.
        pairs: Known pairs of code and name, as code * number of names + name.
        of_pair: Targets (settlements) of each pair.
        of_name: Targets (places and further places) of each name.
        commune_of_name: Targets (communes) of each name.
    """

    names: TextIndex
    spellings: TextIndex
    spelling_name: Ints
    codes: TextIndex
    code: Codes
    units: Units
    county_names: UnitNames
    voivodeship_names: UnitNames
    places: Places
    targets: Targets
    pairs: NumberIndex
    of_pair: Groups
    of_name: Groups
    commune_of_name: Groups

    @classmethod
    def load(cls, folder: Path | None = None) -> "Gazetteer":
        """The gazetteer of a folder, by default the one that comes with the package.

        Raises:
            GazetteerError: If a table is missing or damaged.
        """
        return index(Reference.read(folder or data_dir() / "gazetteer"))

    def name_numbers(self, text: str) -> tuple[int, ...]:
        """The numbers of the names that a stated locality may mean, likeliest first.

        The localities read last are remembered: the same ones come again and again.
        """
        return self._remembered_name_numbers(text)

    @cached_property
    def _remembered_name_numbers(self) -> Callable[[str], tuple[int, ...]]:
        """Locality -> numbers of names, the last ones remembered."""

        @lru_cache(_REMEMBERED_NAMES)
        def name_numbers(text: str) -> tuple[int, ...]:
            found = (self.names.find_one(key) for key in read_locality(text).keys)
            return tuple(dict.fromkeys(number for number in found if number >= 0))

        return name_numbers

    def names_of_area(self, area: int) -> FuzzyNames:
        """The names of the settlements whose codes begin with three digits."""
        return self._alike(self.targets.name[self._of_area.one(area)])

    def names_of_county(self, county_name: int) -> FuzzyNames:
        """The names of the places in the counties that a name means."""
        counties = np.flatnonzero(self.county_names.means[county_name])
        _, place = self._of_county.expand(counties)
        return self._alike(self.places.name[place])

    @cached_property
    def all_names(self) -> FuzzyNames:
        """The names of all localities."""
        return self._alike(np.arange(len(self.names.texts)))

    @cached_property
    def _of_area(self) -> Groups:
        """Settlements by the first three digits of their code."""
        settlement = self.targets.code[: self.targets.first(Kind.PLACE)]
        return Groups.of(self.code.area[settlement], count=len(self.code.area_lat))

    @cached_property
    def _of_county(self) -> Groups:
        """Places by county."""
        county = self.units.county_number[self.places.unit]
        return Groups.of(county, count=len(self.units.first_of_county))

    def _alike(self, names: Ints) -> FuzzyNames:
        """The names of some numbers, to compare one with."""
        names = np.unique(names)
        return FuzzyNames.of(names, self.names.texts.take(pa.array(names)).to_pylist())


def index(reference: Reference) -> Gazetteer:
    """Number and join the reference tables, and work out every target's point and radius."""
    names, codes = reference.names, reference.codes
    rows, places, units = join(reference)
    rows = mended(rows, places, reference)
    code = code_points(reference, rows, places)
    known, pair = np.unique(rows.code * len(names.texts) + rows.name, return_inverse=True)
    spellings, spelling_name = _spellings(rows)
    targets = Targets.joined(
        [
            target_kinds.of_settlements(rows, places, code),
            target_kinds.of_places(places),
            target_kinds.of_further_places(reference, units),
            target_kinds.of_codes(reference, code, places),
            target_kinds.of_communes(reference, places, units),
            target_kinds.of_counties(reference, places, units),
            target_kinds.of_voivodeships(places, units),
        ]
    )
    locality = (targets.kind == Kind.PLACE) | (targets.kind == Kind.FURTHER_PLACE)
    commune = targets.kind == Kind.COMMUNE
    return Gazetteer(
        names=names,
        spellings=spellings,
        spelling_name=spelling_name,
        codes=codes,
        code=code,
        units=units,
        county_names=_county_names(reference, units),
        voivodeship_names=_voivodeship_names(units),
        places=places,
        targets=targets,
        pairs=NumberIndex(known),
        of_pair=Groups.of(pair, count=len(known)),
        of_name=Groups.of(np.where(locality, targets.name, -1), count=len(names.texts)),
        commune_of_name=Groups.of(np.where(commune, targets.name, -1), count=len(names.texts)),
    )


def _spellings(rows: Settlements) -> tuple[TextIndex, Ints]:
    """The names of places as they are spelt, and for each the number of its key."""
    spelt = rows.label.dictionary_encode()
    name = np.empty(len(spelt.dictionary), dtype=np.int64)
    name[np.asarray(spelt.indices)] = rows.name
    return TextIndex(spelt.dictionary), name


def _county_names(reference: Reference, units: Units) -> UnitNames:
    """What counties are called: adjectives, cities, seats, former names."""
    table = reference.county_names
    county = county_numbers(table.texts("county"), table.texts("voivodeship"), units)
    return UnitNames.of(table.texts("name").to_pylist(), county, key=county_key)


def _voivodeship_names(units: Units) -> UnitNames:
    """What voivodeships are called."""
    names = units.voivodeship.take(pa.array(units.first_of_voivodeship)).to_pylist()
    return UnitNames.of(names, np.arange(len(names)), key=voivodeship_key)
