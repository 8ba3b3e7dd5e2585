"""The gazetteer: everything that an address may mean, with its point, and how to find it.

What can be an answer is a target. All stand in one numbered list: settlements (a place under one of
its codes), places, further places without a code, postal codes, communes, counties, voivodeships.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.gazetteer import target_kinds, towns_alike
from geocoding.gazetteer.codes import CodeCounties, Codes, code_points
from geocoding.gazetteer.fuzzy_names import STRICT, FuzzyNames
from geocoding.gazetteer.lookup import Groups, Ints, NumberIndex, TextIndex
from geocoding.gazetteer.outliers import corrected, of_their_codes
from geocoding.gazetteer.places import Places, Settlements, join
from geocoding.gazetteer.reference import Reference
from geocoding.gazetteer.targets import PRECISIONS, Kind, Targets
from geocoding.gazetteer.units import (
    UnitNames,
    Units,
    commune_key,
    county_key,
    county_numbers,
    voivodeship_key,
)
from geocoding.gazetteer.words import Words
from geocoding.model import Precision
from geocoding.resources import data_dir
from geocoding.text.localities import Locality, locality_key, read_locality

_REMEMBERED_NAMES = 65_536
_LONGEST_ENDING = 3
_AFTER_LETTERS = "\uffff"


@dataclass(frozen=True, eq=False, repr=False)
class Gazetteer:
    """The reference tables, numbered and indexed.

    Attributes:
        names: Keys of localities; a locality's name is known by its number here.
        spellings: Names of places as the gazetteer spells them.
        spelling_name: The name's number for each spelling, and -1 after the last.
        codes: Postal codes, with what is known of each in `code`.
        code: Points and areas of the postal codes.
        units: Communes, counties and voivodeships.
        county_names: What counties are called.
        voivodeship_names: What voivodeships are called.
        seated_county: For each commune the county that it does not belong to but holds the seat
            of (Kraków: krakowski), -1 for none.
        seat_of_county: For each county the place that is its seat, -1 where none is known.
        code_counties: Which counties the places of each postal code lie in.
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
    seated_county: Ints
    seat_of_county: Ints
    code_counties: CodeCounties
    places: Places
    targets: Targets
    pairs: NumberIndex
    of_pair: Groups
    of_name: Groups
    commune_of_name: Groups

    @classmethod
    def load(cls, folder: Path | None = None) -> "Gazetteer":
        """Return the gazetteer of a folder, by default the one that comes with the package.

        Raises:
            GazetteerError: If a table is missing or damaged.
        """
        return index(Reference.read(folder or data_dir() / "gazetteer"))

    @cached_property
    def commune_names(self) -> UnitNames:
        """What communes are called."""
        named = np.flatnonzero(np.asarray(pc.not_equal(self.units.commune, "")))
        names = self.units.commune.take(pa.array(named)).to_pylist()
        return UnitNames.of(names, named, key=commune_key)

    @cached_property
    def name_number(self) -> Callable[[str], int]:
        """Text -> number of the name that it is when folded, -1 for none; the last remembered."""
        return lru_cache(_REMEMBERED_NAMES)(lambda text: self.names.find_one(locality_key(text)))

    def name_numbers(self, text: str) -> tuple[int, ...]:
        """Return the numbers of the names that a stated locality may mean, likeliest first.

        The localities read last are remembered: the same ones come again and again.
        """
        return self._remembered_name_numbers(text)

    def _is_misspelt_town(self, locality: Locality, numbers: tuple[int, ...]) -> bool:
        """Return whether what reads as a city's district is another town with a typing error.

        'Bytom Odzański' is no district of Bytom but Bytom Odrzański.
        """
        opens_with_city = locality.city and locality.name[len(locality.city) :].startswith(" ")
        if not opens_with_city or numbers != (self.name_number(locality.city),):
            return False
        is_district = self.name_number(locality.district) >= 0
        return not is_district and bool(self.all_names.like(locality.keys[:1], rigour=STRICT))

    @cached_property
    def _remembered_name_numbers(self) -> Callable[[str], tuple[int, ...]]:
        """Locality -> numbers of names, the last ones remembered."""

        @lru_cache(_REMEMBERED_NAMES)
        def name_numbers(text: str) -> tuple[int, ...]:
            locality = read_locality(text)
            found = (self.names.find_one(key) for key in locality.keys)
            numbers = tuple(dict.fromkeys(number for number in found if number >= 0))
            return () if self._is_misspelt_town(locality, numbers) else numbers

        return name_numbers

    @cached_property
    def words(self) -> dict[str, Words]:
        """Labels of targets, codes, and names of units, as answers show them."""
        named = {name: getattr(self.units, name) for name in ("commune", "county", "voivodeship")}
        texts = {"label": self.targets.label, "postal_code": self.codes.texts, **named}
        return {name: Words.of(each) for name, each in texts.items()}

    @cached_property
    def towns_alike(self) -> Callable[[int], tuple[int, ...]]:
        """Number of a name -> those of much larger towns that it may be misspelt from."""
        return towns_alike.finder(self.names.texts.to_pylist(), self.inhabitants_of_name)

    @cached_property
    def inhabitants_of_name(self) -> Ints:
        """Inhabitants of the largest place of each name."""
        largest = np.zeros(len(self.names.texts), dtype=np.int64)
        np.maximum.at(largest, self.places.name, self.places.population)
        return largest

    @cached_property
    def quarters_of_name(self) -> Groups:
        """Settlements that are quarters of cities with a postal code each, by name."""
        settlements = self.targets.first(Kind.PLACE)
        quarter = self.targets.precision[:settlements] == PRECISIONS.index(Precision.POSTAL_CODE)
        name = np.where(quarter, self.targets.name[:settlements], -1)
        return Groups.of(name, count=len(self.names.texts))

    def places_by_stem(self, stem: str) -> Ints:
        """Return the places that an adjective may be made of: 'topol' (Topolska) gives Topola."""
        return self._remembered_places_by_stem(stem)

    @cached_property
    def _remembered_places_by_stem(self) -> Callable[[str], Ints]:
        """Stem -> places whose name's first word is the stem with an ending, all remembered."""
        names = sorted((text, number) for number, text in enumerate(self.names.texts.to_pylist()))

        @cache
        def places_by_stem(stem: str) -> Ints:
            first = bisect_left(names, (stem, 0))
            last = bisect_left(names, (f"{stem}{_AFTER_LETTERS}", 0))
            longest = len(stem) + _LONGEST_ENDING
            found = [
                number for text, number in names[first:last] if len(text.split()[0]) <= longest
            ]
            return self.places.of_name.expand(np.array(found, dtype=np.int64))[1]

        return places_by_stem

    @cached_property
    def names_of_area(self) -> Callable[[int], FuzzyNames]:
        """Three digits -> names of the settlements whose codes begin with them; all remembered."""
        return cache(lambda area: self._alike(self.targets.name[self._of_area.one(area)]))

    def names_of_commune(self, commune_name: int) -> FuzzyNames:
        """Return the names of the places in the communes that a name means."""
        units = np.flatnonzero(self.commune_names.means[commune_name])
        return self._alike(self.places.name[np.isin(self.places.unit, units)])

    def names_of_county(self, county_name: int) -> FuzzyNames:
        """Return the names of the places in the counties that a name means."""
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
        """Return the names of some numbers, to compare one with."""
        names = np.unique(names)
        return FuzzyNames.of(names, self.names.texts.take(pa.array(names)).to_pylist())


def index(reference: Reference) -> Gazetteer:
    """Return number and join the reference tables, and work out every target's point and radius."""
    names, codes = reference.names, reference.codes
    rows, places, units = join(reference)
    rows = corrected(rows, places, reference)
    rows = rows.where(of_their_codes(rows, code_points(reference, rows, places), units))
    code = code_points(reference, rows, places)
    known, pair = np.unique(rows.code * len(names.texts) + rows.name, return_inverse=True)
    spellings, spelling_name = _spellings(rows)
    seat = target_kinds.seats(reference, places, units)
    targets = Targets.joined(
        [
            target_kinds.of_settlements(rows, places, code),
            target_kinds.of_places(places),
            target_kinds.of_further_places(reference, units),
            target_kinds.of_codes(reference, code, places),
            target_kinds.of_communes(reference, places, units),
            target_kinds.of_counties(places, units, seat),
            target_kinds.of_voivodeships(places, units),
        ]
    )
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
        seated_county=target_kinds.seated_counties(places, units, seat),
        seat_of_county=seat,
        code_counties=CodeCounties.of(rows, units, code, places),
        places=places,
        targets=targets,
        pairs=NumberIndex(known),
        of_pair=Groups.of(pair, count=len(known)),
        of_name=_localities_by_name(reference, targets),
        commune_of_name=Groups.of(np.where(commune, targets.name, -1), count=len(names.texts)),
    )


def _localities_by_name(reference: Reference, targets: Targets) -> Groups:
    """Return places and further places by name, the latter also by their city's name and theirs."""
    locality = (targets.kind == Kind.PLACE) | (targets.kind == Kind.FURTHER_PLACE)
    names, districts = reference.names, reference.district_keys
    first = targets.first(Kind.FURTHER_PLACE)
    target = np.concatenate((np.arange(len(targets)), first + np.arange(len(districts))))
    name = np.concatenate((np.where(locality, targets.name, -1), names.find(districts)))
    groups = Groups.of(name, count=len(names.texts))
    return Groups(groups.starts, target[groups.members])


def _spellings(rows: Settlements) -> tuple[TextIndex, Ints]:
    """Return the names of places as they are spelt, and for each the number of its key."""
    spelt = rows.label.dictionary_encode()
    name = np.full(len(spelt.dictionary) + 1, -1)
    name[np.asarray(spelt.indices)] = rows.name
    return TextIndex(spelt.dictionary), name


def _county_names(reference: Reference, units: Units) -> UnitNames:
    """Return what counties are called: adjectives, cities, seats, former names."""
    table = reference.county_names
    county = county_numbers(table.texts("county"), table.texts("voivodeship"), units)
    return UnitNames.of(table.texts("name").to_pylist(), county, key=county_key)


def _voivodeship_names(units: Units) -> UnitNames:
    """Return what voivodeships are called."""
    names = units.voivodeship.take(pa.array(units.first_of_voivodeship)).to_pylist()
    return UnitNames.of(names, np.arange(len(names)), key=voivodeship_key)
