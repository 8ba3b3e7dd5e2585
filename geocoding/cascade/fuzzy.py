"""Localities with a typing error or a word left out, compared with the names around."""

from collections.abc import Callable
from functools import cache

import numpy as np
import pyarrow as pa

from geocoding.cascade.candidates import (
    Candidates,
    Named,
    codes_of_cities,
    in_region,
    namesakes,
    near_code,
    places_of,
    settlements_of,
)
from geocoding.cascade.questions import Questions
from geocoding.cascade.regions import (
    TOWN_INHABITANTS,
    by_commune,
    by_county,
    by_voivodeship,
    near_county,
    without_region,
)
from geocoding.gazetteer.fuzzy_names import CAREFUL, LENIENT, STRICT, FuzzyNames, Rigour
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Groups, Ints
from geocoding.text.folding import distinct
from geocoding.text.localities import read_locality


def fuzzy_near_code(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return localities with a name alike, among those of the code's first three digits.

    The name of a town, or of a place in the stated region, is not taken for a misspelt one.
    """
    rows = rows[questions.has_city[rows] & (questions.area[rows] >= 0)]
    inhabitants = gazetteer.inhabitants_of_name[questions.name[rows]]
    rows = rows[(questions.name[rows] < 0) | (inhabitants < TOWN_INHABITANTS)]
    in_a_region = np.setdiff1d(rows, without_region(questions, rows))
    exact = in_region(questions, gazetteer, namesakes(questions, gazetteer, in_a_region))
    rows = rows[~np.isin(rows, exact.row)]
    named = _alike(questions, rows, questions.area, gazetteer.names_of_area)
    places = near_code(questions, gazetteer, places_of(gazetteer, named))
    settlements = settlements_of(questions, gazetteer, named)
    return Candidates.joined(settlements, codes_of_cities(questions, gazetteer, named), places)


def fuzzy_in_commune(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return localities with a name alike in the stated commune."""
    rows = by_commune(questions, rows)
    rows = rows[questions.has_city[rows]]
    named = _alike(questions, rows, questions.commune, gazetteer.names_of_commune)
    return in_region(questions, gazetteer, places_of(gazetteer, named))


def fuzzy_in_county(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return localities with a name alike in the stated county.

    A name that is known in the county's voivodeship is not taken for a misspelt one.
    """
    rows = by_county(questions, rows)
    exact = namesakes(questions, gazetteer, rows)
    exact = exact.where(near_county(questions, gazetteer, exact))
    rows = rows[questions.has_city[rows] & ~np.isin(rows, exact.row)]
    named = _alike(questions, rows, questions.county, gazetteer.names_of_county, rigour=CAREFUL)
    return in_region(questions, gazetteer, places_of(gazetteer, named))


def fuzzy_in_voivodeship(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return localities with a name alike in the stated voivodeship."""
    rows = by_voivodeship(questions, rows)
    return _anywhere(questions, gazetteer, rows, rigour=CAREFUL)


def fuzzy_anywhere(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Return localities with a name alike in the whole country, where no unit is stated."""
    rows = without_region(questions, rows)
    return _anywhere(questions, gazetteer, rows, rigour=STRICT)


def _anywhere(
    questions: Questions, gazetteer: Gazetteer, rows: Ints, *, rigour: Rigour
) -> Candidates:
    """Return localities with a name alike where the stated one is not known at all."""
    rows = rows[questions.has_city[rows] & (questions.name[rows] < 0)]
    whole = np.zeros(len(questions), dtype=np.int64)
    named = _alike(questions, rows, whole, lambda _: gazetteer.all_names, rigour=rigour)
    return in_region(questions, gazetteer, places_of(gazetteer, named))


def _alike(
    questions: Questions,
    rows: Ints,
    scope: Ints,
    names_of: Callable[[int], FuzzyNames],
    *,
    rigour: Rigour = LENIENT,
) -> Named:
    """Give for some rows the names around that are like the stated one.

    Args:
        questions: The addresses.
        rows: The rows to look at; each distinct pair of locality and scope is looked at once.
        scope: Number of the area or county of every address.
        names_of: Such a number -> the names there.
        rigour: How alike names must be.
    """
    if not rows.size:
        return Named(rows, rows, np.zeros(0))
    city = distinct(questions.city.take(pa.array(rows)))
    keys = [read_locality(text).keys for text in city.dictionary.to_pylist()]
    pair = scope[rows] * len(keys) + np.asarray(city.indices)
    pairs, pair_of_row = np.unique(pair, return_inverse=True)
    names_at = cache(names_of)
    alike = [
        names_at(where).like(keys[text], rigour=rigour)
        for where, text in (divmod(each, len(keys)) for each in pairs.tolist())
    ]
    sizes = np.array([len(names) for names in alike], dtype=np.int64)
    name = np.array([name for names in alike for name in names], dtype=np.int64)
    similarity = np.array([how for names in alike for how in names.values()], dtype=np.float64)
    of_pair = Groups(np.concatenate(([0], np.cumsum(sizes))), np.arange(len(name)))
    owner, found = of_pair.expand(pair_of_row)
    return Named(rows[owner], name[found], similarity[found])
