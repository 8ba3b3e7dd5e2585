"""Decisions put into words: a table with a row per address, or one Match with candidates."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pyarrow as pa

from geocoding.cascade import checks, point_answers
from geocoding.cascade.accuracy import radii_m
from geocoding.cascade.address_points import PointAnswers
from geocoding.cascade.questions import Questions
from geocoding.cascade.rules import RULES, UNDECIDED, Decisions
from geocoding.cascade.street_direction import Points, answer_points
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Ints
from geocoding.gazetteer.targets import PRECISIONS
from geocoding.gazetteer.words import TEXT, Words
from geocoding.locale import message
from geocoding.model import Candidate, Match, Point, Precision, Status

PROVIDER = "gazetteer"

_LARGEST = ("", "_largest_of_its_name")
_MOVED = ("", "_towards_where_the_street_leads")
_RULE_NAMES = tuple(
    f"{rule.name}{largest}{moved}" for rule in RULES for largest in _LARGEST for moved in _MOVED
)
_STATUSES = (Status.OK, Status.AMBIGUOUS, Status.NO_MATCH, Status.SKIPPED)
_WORDS_OF_STATUS, _WORDS_OF_PRECISION, _WORDS_OF_RULE = (
    Words.of(pa.array([str(word) for word in words], TEXT))
    for words in (_STATUSES, PRECISIONS, _RULE_NAMES)
)
_OK, _AMBIGUOUS, _NO_MATCH, _SKIPPED = range(len(_STATUSES))
_COUNTY, _VOIVODESHIP = (PRECISIONS.index(p) for p in (Precision.COUNTY, Precision.VOIVODESHIP))


def as_table(
    questions: Questions,
    gazetteer: Gazetteer,
    decisions: Decisions,
    *,
    index: pd.Index,
    found: PointAnswers | None = None,
) -> pd.DataFrame:
    """Give one row of answers per address, with the addresses' index.

    Args:
        questions: The addresses.
        gazetteer: The gazetteer.
        decisions: What was decided.
        index: The addresses' index.
        found: What the address points say, None where there are none.
    """
    status = _statuses(questions, decisions)
    located = status == _OK
    target = np.where(located, decisions.target, 0)
    targets = gazetteer.targets
    texts = _texts(gazetteer, target, located)
    points = answer_points(questions, gazetteer, decisions)
    radius_m = radii_m(questions, gazetteer, decisions, moved=points.moved)
    columns: dict[str, object] = {
        "status": _same(Status.OK, len(status)) if located.all() else _WORDS_OF_STATUS.take(status),
        "precision": _WORDS_OF_PRECISION.take(targets.precision[target], located),
        "accuracy_m": np.where(located, radius_m, np.nan),
        "lat": np.where(located, points.lat, np.nan),
        "lon": np.where(located, points.lon, np.nan),
        **texts,
        "score": decisions.score,
        "score_next": decisions.score_next,
        "checks": checks.as_texts(decisions.checks),
        "provider": _same(PROVIDER, len(questions)),
        "decided_by": _WORDS_OF_RULE.take(_rules(decisions, points), decisions.rule != UNDECIDED),
        "error": _errors(status == _SKIPPED),
    }
    if found is not None:
        outcome = point_answers.checked(questions, gazetteer, decisions, found)
        columns |= {"checks": checks.as_texts(outcome)}
        columns = point_answers.with_points(columns, gazetteer, found)
    return pd.DataFrame(
        {name: _column(values) for name, values in columns.items()}, index=index, copy=False
    )


def as_match(
    questions: Questions,
    gazetteer: Gazetteer,
    decisions: Decisions,
    *,
    attribution: str,
    data_date: str,
) -> Match:
    """Give the answer for the only address, with the best candidates."""
    status = _STATUSES[int(_statuses(questions, decisions)[0])]
    points = answer_points(questions, gazetteer, decisions)
    best, rule = int(decisions.target[0]), int(_rules(decisions, points)[0])
    found = tuple(
        candidate(gazetteer, target, score=score)
        for target, score in decisions.considered_for(0) or _only(decisions)
    )
    open_answer = Match(
        status=status,
        score=float(decisions.score[0]),
        score_next=float(decisions.score_next[0]),
        candidates=found,
        checks=checks.as_dict(int(decisions.checks[0])),
        provider=PROVIDER,
        attribution=attribution,
        data_date=data_date,
        error=message("row-nothing-stated") if status == Status.SKIPPED else "",
        decided_by="" if best < 0 else _RULE_NAMES[rule],
    )
    if status != Status.OK:
        return open_answer
    return replace(
        open_answer,
        precision=PRECISIONS[int(gazetteer.targets.precision[best])],
        point=Point(float(points.lat[0]), float(points.lon[0])),
        accuracy_m=float(radii_m(questions, gazetteer, decisions, moved=points.moved)[0]),
        matched_label=found[0].label,
        matched_postal_code=found[0].postal_code,
        matched_commune=found[0].commune,
        matched_county=found[0].county,
        matched_voivodeship=found[0].voivodeship,
    )


def _only(decisions: Decisions) -> list[tuple[int, float]]:
    """Give the only candidate of the only address, or none."""
    target = int(decisions.target[0])
    return [] if target < 0 else [(target, float(decisions.score[0]))]


def candidate(gazetteer: Gazetteer, target: int, *, score: float) -> Candidate:
    """Give a target in words."""
    number = np.array([target])
    texts = _texts(gazetteer, number, np.ones(1, dtype=np.bool_))
    label, code, commune, county, voivodeship = (text[0].as_py() for text in texts.values())
    targets = gazetteer.targets
    return Candidate(
        label=label,
        point=Point(float(targets.lat[target]), float(targets.lon[target])),
        postal_code=code,
        commune=commune,
        county=county,
        voivodeship=voivodeship,
        score=score,
    )


def _errors(skipped: Bools) -> pa.Array:
    """Return why there is no answer, empty where there is one."""
    if not skipped.any():
        return _same("", len(skipped))
    reason = Words.of(pa.array([message("row-nothing-stated")], TEXT))
    return reason.take(np.zeros(len(skipped), int), skipped)


def _statuses(questions: Questions, decisions: Decisions) -> Ints:
    """Give number of the status of each address."""
    status = np.where(decisions.ambiguous, _AMBIGUOUS, _OK)
    rest = np.flatnonzero(decisions.target < 0)
    if rest.size:
        stated = questions.has_city[rest] | questions.has_code[rest]
        for unit in (questions.county, questions.voivodeship, questions.commune):
            stated |= unit[rest] >= 0
        status[rest] = np.where(stated, _NO_MATCH, _SKIPPED)
    return status


def _rules(decisions: Decisions, points: Points) -> Ints:
    """Give number of the words that say how each address was decided."""
    return (decisions.rule * 2 + decisions.largest) * 2 + (points.moved & ~decisions.ambiguous)


def _texts(gazetteer: Gazetteer, target: Ints, located: Bools) -> dict[str, pa.Array]:
    """Give the words for targets: label, code and units, empty where they do not apply."""
    targets, words = gazetteer.targets, gazetteer.words
    precision, unit, code = targets.precision[target], targets.unit[target], targets.code[target]
    known = located & (unit >= 0)
    return {
        "matched_label": words["label"].take(target, located),
        "matched_postal_code": words["postal_code"].take(code, located & (code >= 0)),
        "matched_commune": words["commune"].take(unit, known & (precision < _COUNTY)),
        "matched_county": words["county"].take(unit, known & (precision < _VOIVODESHIP)),
        "matched_voivodeship": words["voivodeship"].take(unit, known),
    }


def _same(text: str, count: int) -> pa.Array:
    """Give one text for a number of rows."""
    return pa.repeat(pa.scalar(text, TEXT), count)


def _column(values: object) -> object:
    """Give a column for a frame: texts as pandas' own text type, numbers as they are."""
    if isinstance(values, pa.Array):
        return pd.array(values, dtype="str")
    return values
