"""Addresses as the cascade reads them: numbers of codes, names and units, row by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.cascade.uniform_codes import uniform_digits
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Ints
from geocoding.gazetteer.units import UnitNames
from geocoding.text.folding import distinct, fold, map_distinct
from geocoding.text.postal import read_postal_code

PARTS = ("street", "city", "postal_code", "county", "voivodeship")
"""The parts of an address that are looked up."""

NOT_STATED = -1
_FEMININE = "ka"
_CODES_PER_AREA = 100


@dataclass(frozen=True)
class Questions:
    """One row per address.

    Attributes:
        code: Number of the postal code, -1 for none or one that the gazetteer lacks.
        digits: The five digits of the code as a number, -1 where no code is stated.
        name: Number of the locality's likeliest name, -1 where none is known.
        more_names: Row -> further names that the locality may mean, likeliest first.
        street_name: Number of the name of a settlement that stands as the street, -1 for none.
        leads_to: Number of the county's name whose adjective the street is ('Krakowska'), or -1.
        city: The locality as stated.
        has_city: Whether a locality is stated.
        county: Number of the county's name, -1 where none is stated.
        voivodeship: Number of the voivodeship's name, -1 where none is stated.
    """

    code: Ints
    digits: Ints
    name: Ints
    more_names: Mapping[int, tuple[int, ...]]
    street_name: Ints
    leads_to: Ints
    city: pa.Array
    has_city: Bools
    county: Ints
    voivodeship: Ints

    @cached_property
    def area(self) -> Ints:
        """First three digits of each code as a number, -1 where no code is stated."""
        return self.digits // _CODES_PER_AREA

    def __len__(self) -> int:
        """Number of addresses."""
        return len(self.code)

    def names(self, rows: Ints) -> tuple[Ints, Ints]:
        """All names that the localities of some rows may mean, and the row of each.

        The likeliest name of a row comes first.
        """
        numbers, owners = [self.name[rows]], [rows]
        for row in rows.tolist() if self.more_names else ():
            more = self.more_names.get(row, ())
            numbers.append(np.array(more, dtype=np.int64))
            owners.append(np.full(len(more), row))
        return np.concatenate(owners), np.concatenate(numbers)


def read_questions(
    columns: Mapping[str, pa.Array], gazetteer: Gazetteer, *, count: int
) -> Questions:
    """Look every part of the addresses up.

    Args:
        columns: Columns of texts by part (street, city, postal_code, county, voivodeship), any
            of them; null or empty where the part is not stated.
        gazetteer: Where to look.
        count: Number of addresses.
    """
    nothing = pa.nulls(count, pa.string())
    street, city, postal_code, county, voivodeship = (columns.get(part, nothing) for part in PARTS)
    code, digits = _codes(postal_code, gazetteer)
    name, more = _names(city, gazetteer)
    return Questions(
        code=code,
        digits=digits,
        name=name,
        more_names=more,
        street_name=_spelt(street, gazetteer),
        leads_to=_leads_to(street, gazetteer.county_names),
        city=city,
        has_city=_stated(city, name),
        county=_units(county, gazetteer.county_names),
        voivodeship=_units(voivodeship, gazetteer.voivodeship_names),
    )


def _stated(city: pa.Array, name: Ints) -> Bools:
    """Whether a locality is stated: a name that is known, or any text with a letter."""
    stated = name >= 0
    rest = np.flatnonzero(~stated)
    if rest.size and city.null_count < len(city):
        held = pc.match_substring_regex(city.take(pa.array(rest)), r"\pL")
        stated[rest] = np.asarray(pc.fill_null(held, fill_value=False))
    return stated


def _codes(column: pa.Array, gazetteer: Gazetteer) -> tuple[Ints, Ints]:
    """Numbers of the codes, and their digits."""
    if column.null_count == len(column):
        return np.full(len(column), NOT_STATED), np.full(len(column), NOT_STATED)
    digits = uniform_digits(column)
    if digits is not None:
        return gazetteer.code.of_digits[digits], digits
    code = gazetteer.codes.find(column)
    number = np.where(code >= 0, gazetteer.code.number[code], NOT_STATED)
    rest = np.flatnonzero(code < 0)
    if rest.size:
        read = map_distinct(column.take(pa.array(rest)), read_postal_code)
        code[rest] = gazetteer.codes.find(read)
        text = pc.replace_substring(pc.fill_null(read, ""), "-", "")
        stated = pc.if_else(pc.equal(text, ""), str(NOT_STATED), text)
        number[rest] = np.asarray(stated.cast(pa.int64()))
    return code, number


def _spelt(column: pa.Array, gazetteer: Gazetteer) -> Ints:
    """Numbers of the names that are spelt as in the gazetteer, -1 for all others."""
    if not _holds_text(column):
        return np.full(len(column), NOT_STATED)
    spelling = gazetteer.spellings.find(column)
    return np.where(spelling >= 0, gazetteer.spelling_name[spelling], NOT_STATED)


def _names(column: pa.Array, gazetteer: Gazetteer) -> tuple[Ints, dict[int, tuple[int, ...]]]:
    """Numbers of the likeliest names, and the further ones of those that have several."""
    name = _spelt(column, gazetteer)
    rest = np.flatnonzero(name < 0)
    more: dict[int, tuple[int, ...]] = {}
    if rest.size and column.null_count < len(column):
        encoded = distinct(column.take(pa.array(rest)))
        meanings = [gazetteer.name_numbers(text) for text in encoded.dictionary.to_pylist()]
        position = np.asarray(pc.fill_null(encoded.indices, len(meanings)))
        first = np.array([*(found[0] if found else NOT_STATED for found in meanings), NOT_STATED])
        name[rest] = first[position]
        several = np.array([*(len(found) > 1 for found in meanings), False])[position]
        more = {
            int(row): meanings[meaning][1:]
            for row, meaning in zip(rest[several], position[several], strict=True)
        }
    return name, more


def _holds_text(column: pa.Array) -> bool:
    """Whether any text of a column is not empty."""
    return bool(pc.max(pc.binary_length(column)).as_py())


def _leads_to(street: pa.Array, counties: UnitNames) -> Ints:
    """Numbers of the counties' names whose feminine the streets are, -1 for all others.

    'ul. Krakowska' has that of 'krakowski'.
    """
    number = np.full(len(street), NOT_STATED)
    if not _holds_text(street):
        return number
    endings = [pc.ends_with(street, ending) for ending in (_FEMININE, _FEMININE.upper())]
    rows = np.flatnonzero(np.asarray(pc.fill_null(pc.or_(*endings), fill_value=False)))
    if rows.size:
        names = map_distinct(street.take(pa.array(rows)), _masculine)
        number[rows] = counties.find(names)
    return number


def _masculine(street: str) -> str:
    """The last word of a street's name as the adjective of a county: 'krakowski'."""
    return f"{fold(street).split()[-1].removesuffix('a')}i"


def _units(column: pa.Array, names: UnitNames) -> Ints:
    """Numbers of the names of units, the last number for a name that is not known."""
    if column.null_count == len(column):
        return np.full(len(column), NOT_STATED)
    number = names.find(column)
    rest = np.flatnonzero(number < 0)
    if rest.size:
        keys = pc.fill_null(map_distinct(column.take(pa.array(rest)), names.key), "")
        found = names.find(keys)
        found[(found < 0) & np.asarray(pc.not_equal(keys, ""))] = names.unknown
        number[rest] = found
    return number
