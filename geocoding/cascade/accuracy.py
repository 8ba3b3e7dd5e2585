"""How exact an answer is: the radius of its target, wider where the rule is less certain of it.

The constants were fitted as those of `gazetteer.radius`, to the same addresses.
"""

import numpy as np

from geocoding.cascade.questions import Questions
from geocoding.cascade.rules import RULES, Decisions
from geocoding.distance import Floats
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools

_NUMBER = {rule.name: number for number, rule in enumerate(RULES)}
_TIMES_WITHOUT_TOWN = 1.7  # most addresses of a code are in its town; the others lie farther
_NEXT_CODE_M = 12_000.0
_NEAR_CODE_M = 20_000.0
_TIMES_MOVED = 1.12


def radii_m(
    questions: Questions, gazetteer: Gazetteer, decisions: Decisions, *, moved: Bools
) -> Floats:
    """Return the radius in metres of each answer; those without a target mean nothing.

    Args:
        questions: The addresses.
        gazetteer: The gazetteer.
        decisions: What was decided.
        moved: Whether the point was moved towards where the street leads.
    """
    target = np.maximum(decisions.target, 0)
    radius = gazetteer.targets.radius_m[target]
    radius[moved] *= _TIMES_MOVED
    elsewhere = decisions.rule == _NUMBER["code_of_street_named_after_town"]
    radius[elsewhere] *= _TIMES_WITHOUT_TOWN
    rows = np.flatnonzero(decisions.rule == _NUMBER["neighbouring_code"])
    if rows.size:
        code = gazetteer.targets.code[target[rows]]
        is_next = np.abs(gazetteer.code.number[code] - questions.digits[rows]) == 1
        least = np.where(is_next, _NEXT_CODE_M, _NEAR_CODE_M)
        radius[rows] = np.maximum(radius[rows], least)
    return radius
