"""The cascade: rules tried in order, each on the addresses that no earlier one decided.

A rule says which targets may be meant; the evidence for each decides between them. Two that
fit equally well and lie apart are no answer but ambiguous, unless one is a town and the others
are small.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from geocoding.cascade import candidates, fuzzy, regions, street_candidates
from geocoding.cascade.candidates import Candidates
from geocoding.cascade.checks import check
from geocoding.cascade.evidence import Evidence
from geocoding.cascade.questions import Questions
from geocoding.distance import Floats, distance_km
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Ints

_TIE = 0.02
_CONTRADICTION = 0.2
_UNDECIDABLE = 1.0
_SAME_PLACE_KM = 3.0
_TIMES_LARGER = 10
_INHABITANTS_WHERE_UNKNOWN = 500
_REMEMBERED_CANDIDATES = 5


class Rule(NamedTuple):
    """One rule.

    Attributes:
        name: What `decided_by` says.
        find: The targets that the rule has for some rows.
        margin: By how much the best must outscore the next that lies elsewhere.
        towns_first: Whether a town wins over small places that fit equally well.
    """

    name: str
    find: Callable[[Questions, Gazetteer, Ints], Candidates]
    margin: float = _TIE
    towns_first: bool = True


RULES = (
    Rule("village_in_street", street_candidates.village_in_street),
    Rule("code_of_street_named_after_town", street_candidates.code_of_street_named_after_town),
    Rule("code_and_locality", candidates.code_and_locality),
    Rule("code_of_city", candidates.code_of_city),
    Rule("nearest_code_of_city", candidates.nearest_code_of_city),
    Rule("locality_near_code", candidates.locality_near_code),
    Rule("village_in_street_near_code", street_candidates.village_in_street_near_code),
    Rule("commune_near_code", candidates.commune_near_code),
    Rule("misspelt_locality_near_code", fuzzy.fuzzy_near_code),
    Rule("locality_or_code", candidates.locality_or_code, _CONTRADICTION),
    Rule("code", candidates.code),
    Rule("locality_or_neighbouring_code", candidates.locality_or_neighbouring_code, _CONTRADICTION),
    Rule("neighbouring_code", candidates.neighbouring_code),
    Rule("locality_in_commune", regions.locality_in_commune),
    Rule("misspelt_locality_in_commune", fuzzy.fuzzy_in_commune),
    Rule("locality_in_county", regions.locality_in_county),
    Rule("town_or_county", regions.town_or_county, _UNDECIDABLE),
    Rule("misspelt_locality_in_county", fuzzy.fuzzy_in_county),
    Rule("locality_in_voivodeship", regions.locality_in_voivodeship),
    Rule("locality", regions.locality),
    Rule("commune", regions.commune),
    Rule("misspelt_locality_in_voivodeship", fuzzy.fuzzy_in_voivodeship, towns_first=False),
    Rule("misspelt_locality", fuzzy.fuzzy_anywhere, towns_first=False),
    Rule("code_or_region", regions.code_or_region, _UNDECIDABLE),
    Rule("stated_commune", regions.stated_commune),
    Rule("county", regions.county),
    Rule("voivodeship", regions.voivodeship),
)
"""All rules, in the order in which they are tried."""

UNDECIDED = -1
_MARGINS = np.array([rule.margin for rule in RULES])
_TOWNS_FIRST = np.array([rule.towns_first and rule.margin == _TIE for rule in RULES])


@dataclass(frozen=True)
class Decisions:
    """One row per address.

    Attributes:
        rule: Number of the rule that decided, UNDECIDED where none did.
        target: Number of the best target, -1 for none.
        score: Its score, 0 to 1.
        score_next: Score of the best one that lies elsewhere, 0 for none.
        checks: The outcome of all checks of the best target as one number, 0 where there is none.
        ambiguous: Whether two fit equally well.
        largest: Whether the size of a town decided between places that fit equally well.
        considered: All pairs that each rule considered, best first, with their scores.
    """

    rule: Ints
    target: Ints
    score: Floats
    score_next: Floats
    checks: Ints
    ambiguous: Bools
    largest: Bools
    considered: list[tuple[Candidates, Floats]] = field(default_factory=list)

    @classmethod
    def open(cls, count: int) -> "Decisions":
        """Give nothing decided yet for a number of addresses."""
        return cls(
            rule=np.full(count, UNDECIDED),
            target=np.full(count, -1),
            score=np.zeros(count),
            score_next=np.zeros(count),
            checks=np.zeros(count, dtype=np.int64),
            ambiguous=np.zeros(count, dtype=np.bool_),
            largest=np.zeros(count, dtype=np.bool_),
        )

    def considered_for(self, row: int) -> list[tuple[int, float]]:
        """Give target and score of the best five candidates of an address that had several."""
        return [
            (int(pairs.target[place]), float(score[place]))
            for pairs, score in self.considered
            for place in np.flatnonzero(pairs.row == row)[:_REMEMBERED_CANDIDATES].tolist()
        ]


def decide(questions: Questions, gazetteer: Gazetteer) -> Decisions:
    """Answer all addresses."""
    decisions = Decisions.open(len(questions))
    rows = np.arange(len(questions))
    for number, rule in enumerate(RULES):
        if not rows.size:
            break
        found = rule.find(questions, gazetteer, rows)
        if found.row.size:
            _choose(decisions, number, found, questions, gazetteer)
            rows = rows[decisions.rule[rows] == UNDECIDED]
    return decisions


def _choose(
    decisions: Decisions, rule: int, found: Candidates, questions: Questions, gazetteer: Gazetteer
) -> None:
    """Note the best of the candidates for each address, and whether it is clearly the best."""
    row, target = found.row, found.target
    evidence = Evidence.of(
        questions, gazetteer, row=row, target=target, similarity=found.similarity
    )
    score = evidence.score
    checks = check(questions, gazetteer, evidence, row=row, target=target)
    decisions.rule[row] = rule
    several = np.bincount(row)[row] > 1
    if not several.any():
        _note(decisions, found, score, checks)
        return
    alone, rest = np.flatnonzero(~several), np.flatnonzero(several)
    _note(decisions, found.at(alone), score[alone], checks[alone])
    population = gazetteer.targets.population[target[rest]]
    order = rest[np.lexsort((-population, -score[rest], row[rest]))]
    found, score, checks = found.at(order), score[order], checks[order]
    first = np.flatnonzero(np.diff(found.row, prepend=-1))
    _note(decisions, found.at(first), score[first], checks[first])
    _compare(decisions, first, found, score, gazetteer)
    decisions.considered.append((found, score))


def _note(decisions: Decisions, best: Candidates, score: Floats, checks: Ints) -> None:
    """Note the best pair of each address."""
    decisions.target[best.row] = best.target
    decisions.score[best.row] = score
    decisions.checks[best.row] = checks


def _compare(
    decisions: Decisions, first: Ints, found: Candidates, score: Floats, gazetteer: Gazetteer
) -> None:
    """Note how the best of each address compares with the next best that lies elsewhere.

    Args:
        decisions: Where to note it.
        first: Position of the best pair of each address.
        found: All pairs, those of one address together, best first.
        score: Their scores.
        gazetteer: The gazetteer.
    """
    targets, count = gazetteer.targets, len(found.row)
    best = np.repeat(first, np.diff(np.append(first, count)))
    here, there = found.target[best], found.target
    km = distance_km(targets.lat[here], targets.lon[here], targets.lat[there], targets.lon[there])
    apart = np.flatnonzero(km > _SAME_PLACE_KM)
    best, where = np.unique(best[apart], return_index=True)
    following = apart[where]
    row, rule = found.row[best], decisions.rule[found.row[best]]
    decisions.score_next[row] = score[following]
    tied = score[best] - score[following] < _MARGINS[rule]
    inhabitants = targets.population[found.target[best]]
    others = np.maximum(targets.population[found.target[following]], _INHABITANTS_WHERE_UNKNOWN)
    town = (inhabitants >= regions.TOWN_INHABITANTS) & (inhabitants >= _TIMES_LARGER * others)
    town &= _TOWNS_FIRST[rule]
    decisions.largest[row] = tied & town
    decisions.ambiguous[row] = tied & ~town
