"""Checks of an answer against what the address states, as a text and as a dictionary."""

from functools import cache

import numpy as np
import pyarrow as pa

from geocoding.cascade.evidence import Evidence
from geocoding.cascade.questions import Questions
from geocoding.distance import Floats
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Ints

CHECKS = (
    *("locality", "postal_code", "near_postal_code", "commune", "county", "voivodeship"),
    *("street", "number"),
)
"""Names of the checks; each is made where the address states what it looks at.

locality: the name is the stated one, spelling aside. postal_code: the place has the stated
code. near_postal_code: it lies within 25 km of where that code is. commune, county, voivodeship:
it lies in the stated one; of a county also its seat outside of it. street, number: the register
of address points has it there; made only where that register was added. What is stated but cannot
be read, or is not known, fails.
"""

_SAME_NAME = 0.95
_NEAR_KM = 25.0
_NOT_MADE, _HELD, _FAILED = range(3)
_STATES = 3


def check(
    questions: Questions, gazetteer: Gazetteer, evidence: Evidence, *, row: Ints, target: Ints
) -> Ints:
    """Return the outcome of all checks as one number for each pair (see `as_texts`, `as_dict`).

    Args:
        questions: The addresses.
        gazetteer: The gazetteer.
        evidence: What speaks for the pairs.
        row: Number of the address of each pair.
        target: Number of the target of each pair.
    """
    km, parts = evidence.from_code_km, evidence.parts
    similarity, has_city = parts["name"]
    outcomes = (
        (similarity >= _SAME_NAME, has_city),
        (_has_code(questions, gazetteer, row, target, km), questions.has_code[row]),
        (km <= _NEAR_KM, (questions.digits[row] >= 0) & ~np.isnan(km)),
        *(parts[unit] for unit in ("commune", "county", "voivodeship")),
    )
    numbers = np.zeros(len(row), dtype=np.int16)
    for place, (held, made) in enumerate(outcomes):
        if made.any():
            failed, gained = (np.int16(n * _STATES**place) for n in (_FAILED, _FAILED - _HELD))
            state = failed - np.asarray(held, dtype=np.bool_) * gained
            numbers += state if made.all() else made * state
    return numbers.astype(np.int64)


def with_check(numbers: Ints, name: str, held: Bools) -> Ints:
    """Return outcomes with that of one check, made for all of them, put in.

    Args:
        numbers: The outcomes of all checks, one number each.
        name: The check.
        held: Whether it held.
    """
    weight = _STATES ** CHECKS.index(name)
    before = numbers // weight % _STATES
    after = np.where(held, _HELD, _FAILED)
    outcome: Ints = numbers + (after - before) * weight
    return outcome


def holds(numbers: Ints, name: str) -> Bools:
    """Return whether a check was made and held, for each outcome of all checks."""
    held: Bools = numbers // _STATES ** CHECKS.index(name) % _STATES == _HELD
    return held


def as_dict(number: int) -> dict[str, bool]:
    """Name of each check that was made, and whether it held."""
    states = [(name, number // _STATES**place % _STATES) for place, name in enumerate(CHECKS)]
    return {name: state == _HELD for name, state in states if state != _NOT_MADE}


def as_texts(numbers: Ints) -> pa.Array:
    """Give each outcome as text: 'locality=ok;postal_code=failed'."""
    return _texts().take(pa.array(numbers))


@cache
def _texts() -> pa.Array:
    """Give the text of every possible outcome."""
    outcomes = (as_dict(number) for number in range(_STATES ** len(CHECKS)))
    texts = (
        ";".join(f"{name}={'ok' if held else 'failed'}" for name, held in outcome.items())
        for outcome in outcomes
    )
    return pa.array(texts, pa.large_string())


def _has_code(
    questions: Questions, gazetteer: Gazetteer, row: Ints, target: Ints, km: Floats
) -> Bools:
    """Say whether the targets have the stated codes: those at no distance, others under them."""
    code = questions.code[row]
    has: Bools = (code >= 0) & (km == 0)
    rest = np.flatnonzero(~has & (code >= 0))
    if rest.size:
        name = gazetteer.targets.name[target[rest]]
        pair = np.where(name >= 0, code[rest] * len(gazetteer.names.texts) + name, -1)
        has[rest] = gazetteer.pairs.find(pair) >= 0
    return has
