"""Addresses as the cascade reads them: numbers of codes, names and units, row by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.cascade.cells import rearranged
from geocoding.cascade.streets import Localities, read_streets, with_towns_of_streets
from geocoding.cascade.uniform_codes import uniform_digits
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Groups, Ints, holds_text
from geocoding.gazetteer.units import UnitNames
from geocoding.text.folding import distinct, map_distinct
from geocoding.text.patterns import match_pattern
from geocoding.text.postal import read_postal_code

PARTS = ("street", "city", "postal_code", "commune", "county", "voivodeship")
"""The parts of an address that are looked up."""

NOT_STATED = -1
_SAYS_NOTHING = r"(?i)^\s*(brak( danych)?|nie dotyczy|n\W?[ad]|b\W?d|null|none|nan)\W*$"
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
        stem: Number of the stem of the street's name, where it is an adjective ('topol'), or -1.
        of_stem: Places whose name begins with a stem, by its number.
        city: The locality as stated.
        has_city: Whether a locality is stated.
        has_code: Whether a postal code is stated, readable or not.
        commune: Number of the commune's name, -1 where none is stated.
        county: Number of the county's name, -1 where none is stated.
        voivodeship: Number of the voivodeship's name, -1 where none is stated.
        known: For commune, county and voivodeship, whether one is stated whose name is known.
    """

    code: Ints
    digits: Ints
    name: Ints
    more_names: Mapping[int, tuple[int, ...]]
    street_name: Ints
    leads_to: Ints
    stem: Ints
    of_stem: Groups
    city: pa.Array
    has_city: Bools
    has_code: Bools
    commune: Ints
    county: Ints
    voivodeship: Ints
    known: Mapping[str, Bools]

    @cached_property
    def area(self) -> Ints:
        """First three digits of each code as a number, -1 where no code is stated."""
        return self.digits // _CODES_PER_AREA

    @cached_property
    def _has_more_names(self) -> Bools:
        """Whether the locality of each address may mean further names."""
        has_more = np.zeros(len(self), dtype=np.bool_)
        has_more[list(self.more_names)] = True
        return has_more

    def __len__(self) -> int:
        """Give number of addresses."""
        return len(self.code)

    def names(self, rows: Ints) -> tuple[Ints, Ints]:
        """Give all names that the localities of some rows may mean, and the row of each.

        The likeliest name of each row comes first, in the order of the rows; then all others.
        """
        if not self.more_names:
            return rows, self.name[rows]
        numbers, owners = [self.name[rows]], [rows]
        for row in rows[self._has_more_names[rows]].tolist():
            more = self.more_names[row]
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
    columns = {part: _whole(columns.get(part, nothing)) for part in PARTS}
    street = columns["street"]
    columns["city"] = with_towns_of_streets(columns["city"], street)
    code, digits = _codes(columns["postal_code"], gazetteer)
    name = _spelt(columns["city"], gazetteer)
    odd = np.flatnonzero((name < 0) | (digits < 0))
    if odd.size:
        columns |= rearranged({part: columns[part] for part in PARTS[1:]}, odd)
        code[odd], digits[odd] = _codes(columns["postal_code"].take(pa.array(odd)), gazetteer)
    more = _read_names(columns["city"], name, gazetteer)
    has_city = _stated(columns["city"], name)
    streets = read_streets(street, Localities(code, digits, name, has_city), gazetteer)
    commune, county, voivodeship = _stated_units(columns, gazetteer)
    return Questions(
        code=code,
        digits=digits,
        name=name,
        more_names=more,
        **streets._asdict(),
        city=columns["city"],
        has_city=has_city,
        has_code=_stated(columns["postal_code"], digits),
        commune=commune.number,
        county=county.number,
        voivodeship=voivodeship.number,
        known={"commune": commune.known, "county": county.known, "voivodeship": voivodeship.known},
    )


class _StatedUnits(NamedTuple):
    """Numbers of the names of one kind of units, and whether the names are known."""

    number: Ints
    known: Bools


def _stated_units(columns: Mapping[str, pa.Array], gazetteer: Gazetteer) -> list[_StatedUnits]:
    """Return the communes, the counties and the voivodeships.

    What communes are called is made ready at first need.
    """
    found = []
    for part, column in (
        ("commune", columns["commune"]),
        ("county", _whole_codes(columns)),
        ("voivodeship", columns["voivodeship"]),
    ):
        if not holds_text(column):
            nothing = np.full(len(column), NOT_STATED)
            found.append(_StatedUnits(nothing, np.zeros(len(column), dtype=np.bool_)))
            continue
        names: UnitNames = getattr(gazetteer, f"{part}_names")
        number = _units(column, names)
        found.append(_StatedUnits(number, (number >= 0) & (number != names.unknown)))
    return found


def _whole(column: pa.Array | pa.ChunkedArray) -> pa.Array:
    """Return a column in one piece: one of a table put together from several has more."""
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _stated(column: pa.Array, number: Ints) -> Bools:
    """Return whether a part is stated: one that is known, or any text that says something."""
    stated = number >= 0
    rest = np.flatnonzero(~stated)
    if rest.size and column.null_count < len(column):
        texts = pc.fill_null(column.take(pa.array(rest)), "")
        stated[rest] = np.asarray(match_pattern(texts, r"\pL|\d"))
        stated[rest] &= ~np.asarray(match_pattern(texts, _SAYS_NOTHING))
    return stated


def _whole_codes(columns: Mapping[str, pa.Array]) -> pa.Array:
    """Return the counties, those of two digits with the two of their voivodeship before them."""
    county, voivodeship = columns["county"], columns["voivodeship"]
    if not (holds_text(county) and holds_text(voivodeship)):
        return county
    short = match_pattern(county, r"^\s*\d{1,2}\s*$")
    short = pc.and_(short, match_pattern(voivodeship, r"^\s*\d{1,2}\s*$"))
    short = pc.fill_null(short, fill_value=False)
    if not pc.any(short).as_py():
        return county
    digits = (
        pc.utf8_lpad(pc.utf8_trim_whitespace(column.cast(county.type)), 2, "0")
        for column in (voivodeship, county)
    )
    joined = pc.binary_join_element_wise(*digits, pa.scalar("", county.type))
    return pc.if_else(short, joined, county)


def _codes(column: pa.Array, gazetteer: Gazetteer) -> tuple[Ints, Ints]:
    """Give numbers of the codes, and their digits."""
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
    """Give numbers of the names that are spelt as in the gazetteer, -1 for all others."""
    if not holds_text(column):
        return np.full(len(column), NOT_STATED)
    return gazetteer.spelling_name[gazetteer.spellings.find(column)]


def _read_names(column: pa.Array, name: Ints, gazetteer: Gazetteer) -> dict[int, tuple[int, ...]]:
    """Put in the likeliest names of the localities that are not spelt as in the gazetteer.

    Args:
        column: The localities.
        name: Numbers of their names, changed in place where they are -1.
        gazetteer: Where to look.

    Returns:
        Row -> the further names of those that have several.
    """
    rest = np.flatnonzero(name < 0)
    if not rest.size or not holds_text(column):
        return {}
    encoded = distinct(column.take(pa.array(rest)))
    meanings = [gazetteer.name_numbers(text) for text in encoded.dictionary.to_pylist()]
    position = np.asarray(pc.fill_null(encoded.indices, len(meanings)))
    first = np.array([*(found[0] if found else NOT_STATED for found in meanings), NOT_STATED])
    name[rest] = first[position]
    several = np.array([*(len(found) > 1 for found in meanings), False])[position]
    return {
        int(row): meanings[meaning][1:]
        for row, meaning in zip(rest[several], position[several], strict=True)
    }


def _units(column: pa.Array, names: UnitNames) -> Ints:
    """Give numbers of the names of units, the last number for a name that is not known."""
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
