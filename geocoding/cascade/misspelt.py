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
    named = _alike(questions, rows, lambda row: gazetteer.names_of_area(questions.area[row]))
    places = near_code(questions, gazetteer, places_of(gazetteer, named))
    settlements = settlements_of(questions, gazetteer, named)
    return Candidates.joined(settlements, codes_of_cities(questions, gazetteer, named), places)


def misspelt_in_county(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Localities with a name alike in the stated county."""
    rows = rows[questions.has_city[rows] & (questions.county[rows] >= 0)]
    named = _alike(questions, rows, lambda row: gazetteer.names_of_county(questions.county[row]))
    found = places_of(gazetteer, named)
    held, _ = county_evidence(questions, gazetteer, row=found.row, target=found.target)
    return found.where(held)


def misspelt_anywhere(questions: Questions, gazetteer: Gazetteer, rows: Ints) -> Candidates:
    """Localities with a name alike in the whole country, where the stated one is not known."""
    rows = rows[questions.has_city[rows] & (questions.name[rows] < 0)]
    return places_of(gazetteer, _alike(questions, rows, lambda _: gazetteer.all_names))


def _alike(questions: Questions, rows: Ints, scope: Callable[[int], dict[int, str]]) -> Named:
    """For each row the names of its scope that are like the stated one.

    Args:
        questions: The addresses.
        rows: The rows to look at.
        scope: Row -> names by number that it is compared with.
    """
    found: list[tuple[int, int, float]] = []
    for row in rows.tolist():
        keys = read_locality(questions.city[row].as_py()).keys
        found += [(row, *alike) for alike in _similar(keys, scope(row))]
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
