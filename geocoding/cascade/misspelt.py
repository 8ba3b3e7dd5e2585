"""Localities with a typing error or a word left out, compared with the names around."""

from collections.abc import Callable

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from geocoding.cascade.candidates import (
    Candidates,
    Named,
    codes_of_cities,
    near_code,
    places_of,
    settlements_of,
)
from geocoding.cascade.evidence import county_evidence
from geocoding.cascade.questions import Questions
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Ints
from geocoding.localities import read_locality

_TWO_ERRORS_LENGTH = 10
_SHORTEST = 3
_WORD_LEFT_OUT = 0.8


def misspelt_near_code(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Localities with a name alike, among those of the code's first three digits."""
    rows = rows[questions.has_city[rows] & (questions.area[rows] >= 0)]
    named = _alike(questions, rows, questions.area, gazetteer.names_of_area)
    places = near_code(questions, gazetteer, places_of(gazetteer, named))
    settlements = settlements_of(questions, gazetteer, named)
    return Candidates.joined(settlements, codes_of_cities(questions, gazetteer, named), places)


def misspelt_in_county(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Localities with a name alike in the stated county."""
    rows = rows[questions.has_city[rows] & (questions.county[rows] >= 0)]
    named = _alike(questions, rows, questions.county, gazetteer.names_of_county)
    found = places_of(gazetteer, named)
    held, _ = county_evidence(questions, gazetteer, row=found.row, target=found.target)
    return found.where(held)


def misspelt_anywhere(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Localities with a name alike in the whole country, where the stated one is not known."""
    rows = rows[questions.has_city[rows] & (questions.name[rows] < 0)]
    everywhere = np.zeros(len(questions), dtype=np.int64)
    named = _alike(questions, rows, everywhere, lambda _: gazetteer.all_names)
    return places_of(gazetteer, named)


def _alike(
    questions: Questions, rows: Ints, scope: Ints, names_of: Callable[[int], dict[int, str]]
) -> Named:
    """For some rows the names around that are like the stated one.

    Args:
        questions: The addresses.
        rows: The rows to look at.
        scope: Number of the area or county of every address.
        names_of: Such a number -> the names there, by number.
    """
    around = {number: names_of(number) for number in np.unique(scope[rows]).tolist()}
    found: list[tuple[int, int, float]] = []
    for row in rows.tolist():
        keys = read_locality(questions.city[row].as_py()).keys
        found += [(row, *alike) for alike in _similar(keys, around[int(scope[row])])]
    row, name, similarity = zip(*found, strict=True) if found else ((), (), ())
    return Named(
        np.array(row, dtype=np.int64), np.array(name, dtype=np.int64), np.array(similarity, float)
    )


def _similar(keys: tuple[str, ...], names: dict[int, str]) -> list[tuple[int, float]]:
    """The names that are like one of the keys, and how alike they are, 0 to 1."""
    found: dict[int, float] = {}
    for key in keys:
        if len(key) < _SHORTEST:
            continue
        allowed = 2 if len(key) >= _TWO_ERRORS_LENGTH else 1
        near = process.extract(key, names, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        for _, errors, name in near:
            found[name] = max(found.get(name, 0.0), 1 - errors / len(key))
        for name, text in names.items():
            if text.startswith(f"{key} ") or key.startswith(f"{text} "):
                found[name] = max(found.get(name, 0.0), _WORD_LEFT_OUT)
    return list(found.items())
