"""Communes, counties and voivodeships: their numbers, and the names they are stated by."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.gazetteer.lookup import Bools, Ints, TextIndex
from geocoding.text.localities import locality_key
from geocoding.text.spelling import VOIVODESHIP_KEYS, VOIVODESHIPS

_COUNTY_WORDS = (
    *("miasto na prawach powiatu", "m na prawach powiatu", "na prawach powiatu", "powiat"),
    *(
        "pow",
        "miasto",
        "m st",
        "m",
        "p",
        "pod",
        "grodzki",
        "ziemski",
        "county",
        "district",
        "powiatu",
    ),
)
_COMMUNE_WORDS = (
    *("miasto i gmina", "miasto gmina", "gmina miejsko wiejska", "gmina miejska", "gmina wiejska"),
    *("miejsko wiejska", "miejska", "wiejska", "gmina", "gm", "g", "miasto", "m st", "m", "wies"),
    "commune",
)
_VOIVODESHIP_WORDS = ("wojewodztwo", "woj", "voivodeship", "province")
_NAMES_OF_VOIVODESHIPS = {key.replace("-", " "): name for key, name in VOIVODESHIPS.items()}
_DIGITS_OF_COUNTY = 4
_CODE_BESIDE_NAME = re.compile(r"(?:\A|(?<= ))\d{2,7} (?=[a-z])|(?<=[a-z]) \d{2,7}(?: \d)?\Z")
_LARGER_UNIT = re.compile(r" (?:pow|powiat|woj|wojewodztwo)(?: .*)?\Z", re.DOTALL)
_CODE_OF_COUNTY = re.compile(r"(\d{3,4}|\d{6,7})(?: 0)?")


@dataclass(frozen=True)
class Units:
    """Every commune with its county and voivodeship, by number of the commune.

    Attributes:
        commune: Name of each commune.
        county: Name of each commune's county; 'bocheński', or the city with county rights.
        voivodeship: Name of each commune's voivodeship.
        county_number: Number of each commune's county.
        voivodeship_number: Number of each commune's voivodeship.
        first_of_county: A commune of each county, by number of the county.
        first_of_voivodeship: A commune of each voivodeship, by number of the voivodeship.
    """

    commune: pa.Array
    county: pa.Array
    voivodeship: pa.Array
    county_number: Ints
    voivodeship_number: Ints
    first_of_county: Ints
    first_of_voivodeship: Ints

    @cached_property
    def voivodeship_or_none(self) -> Ints:
        """The number of each commune's voivodeship, and at the end that of the unit -1, in none."""
        return np.append(self.voivodeship_number, self.voivodeship_number.max() + 1)

    @classmethod
    def of(cls, commune: pa.Array, county: pa.Array, voivodeship: pa.Array) -> tuple["Units", Ints]:
        """Return the units named in three columns, and the number of the unit in each row."""
        texts = (commune, county, voivodeship)
        encoded = [text.dictionary_encode() for text in texts]
        numbers = [np.asarray(column.indices, dtype=np.int64) for column in encoded]
        counties = numbers[2] * len(encoded[1].dictionary) + numbers[1]
        rows = counties * len(encoded[0].dictionary) + numbers[0]
        _, first, unit = np.unique(rows, return_index=True, return_inverse=True)
        _, first_county, county_number = np.unique(
            counties[first], return_index=True, return_inverse=True
        )
        _, first_voivodeship, voivodeship_number = np.unique(
            numbers[2][first], return_index=True, return_inverse=True
        )
        commune, county, voivodeship = (text.take(pa.array(first)) for text in texts)
        units = cls(
            commune,
            county,
            voivodeship,
            county_number,
            voivodeship_number,
            first_county,
            first_voivodeship,
        )
        return units, unit

    def find(self, commune: pa.Array, county: pa.Array, voivodeship: pa.Array) -> Ints:
        """Return the number of the unit named by each row of three columns, -1 for none."""
        known = TextIndex(_joined(self.commune, self.county, self.voivodeship))
        return known.find(_joined(commune, county, voivodeship))


@dataclass(frozen=True)
class UnitNames:
    """The names that counties or voivodeships go by.

    Attributes:
        spellings: Each name, as it is written and as its key.
        number: Number of the name that each of the spellings is.
        means: Whether a name (row) means a unit (column); the last row is for names that
            nothing is known of, and means none.
        key: What makes a name into its key.
    """

    spellings: TextIndex
    number: Ints
    means: Bools
    key: Callable[[str], str]

    @classmethod
    def of(cls, names: list[str], units: Ints, *, key: Callable[[str], str]) -> "UnitNames":
        """Return names with the number of the unit that each means; a name may stand repeatedly."""
        keys = [key(name) for name in names]
        numbers = {name: number for number, name in enumerate(dict.fromkeys(keys))}
        means = np.zeros((len(numbers) + 1, units.max() + 1), dtype=np.bool_)
        means[[numbers[name] for name in keys], units] = True
        spelt = dict(zip(names, keys, strict=True)) | {name: name for name in keys}
        number = np.array([numbers[name] for name in spelt.values()])
        return cls(TextIndex(pa.array(list(spelt), pa.string())), number, means, key)

    @cached_property
    def means_or_none(self) -> Bools:
        """The same as `means`, with a last column for targets in no unit."""
        return np.pad(self.means, ((0, 0), (0, 1)))

    def find(self, column: pa.Array) -> Ints:
        """Return the number of the name that each text of a column is, -1 where it is not known."""
        return self._number_or_none[self.spellings.find(column)]

    @cached_property
    def _number_or_none(self) -> Ints:
        """The numbers, and -1 after the last: what the spelling -1 (none) has."""
        return np.append(self.number, -1)

    @property
    def unknown(self) -> int:
        """The number of a name that is none of the known ones."""
        return len(self.means) - 1


def commune_key(text: str) -> str:
    """Return what two statements of one commune have in common: 'gm. Rzezawa' -> 'rzezawa'."""
    return _bare(locality_key(text), _COMMUNE_WORDS)


def county_key(text: str) -> str:
    """Return what two statements of one county have in common: 'Powiat Bocheński' -> 'bochenski'.

    A code of the register of units is cut to the county's four digits: '1201022' -> '1201'.
    """
    key = locality_key(text)
    if code := _CODE_OF_COUNTY.fullmatch(key):
        return code[1].zfill(_DIGITS_OF_COUNTY)[:_DIGITS_OF_COUNTY]
    return _bare(key, _COUNTY_WORDS)


def voivodeship_key(text: str) -> str:
    """Return what two statements of one voivodeship have in common: 'woj. ŚLĄSKIE' -> 'slaskie'.

    Nouns ('Małopolska'), English names ('Lesser Poland'), abbreviations ('kuj.-pom.') and codes of
    the register of units ('12') have the key of the name.
    """
    key = _bare(locality_key(text), _VOIVODESHIP_WORDS)
    return VOIVODESHIP_KEYS.get(key.zfill(2) if key.isdigit() else key, key)


def voivodeship_name(text: str) -> str:
    """Return the name of the voivodeship that a text states, '' where it is none of the 16."""
    return _NAMES_OF_VOIVODESHIPS.get(voivodeship_key(text), "")


def county_numbers(county: pa.Array, voivodeship: pa.Array, units: Units) -> Ints:
    """Return the number of the county that each pair of names means, -1 for none."""
    first = pa.array(units.first_of_county)
    known = TextIndex(_joined(units.county, units.voivodeship).take(first))
    return known.find(_joined(county, voivodeship))


def _joined(*names: pa.Array) -> pa.Array:
    """Return the names of each row in one text."""
    return pc.binary_join_element_wise(*names, "|")


def _bare(key: str, words: tuple[str, ...]) -> str:
    """Return the key without the words around the name that say what kind of unit it is.

    A code beside the name and the larger unit after it are left out as well.
    """
    key = _CODE_BESIDE_NAME.sub("", _LARGER_UNIT.sub("", key))
    before = None
    while key != before:
        before = key
        for word in words:
            key = key.removeprefix(f"{word} ").removesuffix(f" {word}")
    return key
