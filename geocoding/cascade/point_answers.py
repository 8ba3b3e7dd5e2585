"""Address points put into words: in the place of what the cascade answered without them."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.address_points.labels import postal_codes, words_of
from geocoding.cascade import checks
from geocoding.cascade.address_points import PointAnswers
from geocoding.cascade.evidence import Evidence
from geocoding.cascade.point_numbers import AT_POINT, PRECISION_OF_RULE, RULES
from geocoding.cascade.questions import Questions
from geocoding.cascade.rules import Decisions
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Ints
from geocoding.gazetteer.targets import PRECISIONS
from geocoding.gazetteer.words import TEXT, Words
from geocoding.model import Candidate, Match, Point, Status

_WORDS_OF_PRECISION, _WORDS_OF_RULE = (
    Words.of(pa.array([str(word) for word in words], TEXT)) for words in (PRECISIONS, RULES)
)


def checked(
    questions: Questions, gazetteer: Gazetteer, decisions: Decisions, answers: PointAnswers
) -> Ints:
    """Return the outcomes of all checks of all addresses, with those of streets and numbers.

    Args:
        questions: The addresses.
        gazetteer: The gazetteer.
        decisions: What the cascade decided.
        answers: What the address points say.
    """
    outcome = decisions.checks.copy()
    outcome[answers.without] = checks.with_check(
        outcome[answers.without], "street", np.zeros(len(answers.without), dtype=np.bool_)
    )
    row, own = answers.row, outcome[answers.row]
    anew = np.flatnonzero(
        (answers.target >= 0) & ((decisions.target[row] < 0) | decisions.ambiguous[row])
    )
    if anew.size:
        pairs = {"row": row[anew], "target": answers.target[anew]}
        evidence = Evidence.of(questions, gazetteer, similarity=np.ones(len(anew)), **pairs)
        own[anew] = checks.check(questions, gazetteer, evidence, **pairs)
    code = answers.point_code
    for name, held, made in (
        ("postal_code", code == answers.code, (answers.code >= 0) & (code >= 0)),
        ("street", np.ones(len(row), dtype=np.bool_), answers.has_street),
        ("number", answers.located.rule == AT_POINT, answers.has_number),
    ):
        own[made] = checks.with_check(own[made], name, held[made])
    outcome[row] = own
    return outcome


def with_points(
    columns: Mapping[str, object], gazetteer: Gazetteer, answers: PointAnswers
) -> dict[str, object]:
    """Return the columns of answers with the address points in them.

    Args:
        columns: The columns of the answers' table: arrays of numpy and of texts.
        gazetteer: The gazetteer.
        answers: What the address points say.
    """
    located, count = answers.located, len(answers.row)
    own: dict[str, object] = {
        "status": pa.repeat(pa.scalar(str(Status.OK), TEXT), count),
        "precision": _WORDS_OF_PRECISION.take(PRECISION_OF_RULE[located.rule]),
        "accuracy_m": located.radius_m,
        "lat": located.lat,
        "lon": located.lon,
        "decided_by": _WORDS_OF_RULE.take(located.rule),
        **_texts(gazetteer, answers),
    }
    mask = np.zeros(len(np.asarray(columns["lat"])), dtype=np.bool_)
    mask[answers.row] = True
    return {
        name: _replaced(column, mask, answers.row, own[name]) if name in own else column
        for name, column in columns.items()
    }


def in_match(match: Match, gazetteer: Gazetteer, answers: PointAnswers, outcome: Ints) -> Match:
    """Return the answer for the only address with its address point in it, if it has one.

    Args:
        match: The answer without it.
        gazetteer: The gazetteer.
        answers: What the address points say.
        outcome: The outcome of all checks.
    """
    match = replace(match, checks=checks.as_dict(int(outcome[0])))
    if not answers.row.size:
        return match
    texts = {name: column[0].as_py() for name, column in _texts(gazetteer, answers).items()}
    located = answers.located
    point = Point(float(located.lat[0]), float(located.lon[0]))
    units = {
        part: texts[f"matched_{part}"]
        for part in ("postal_code", "commune", "county", "voivodeship")
    }
    label = texts["matched_label"]
    precision = PRECISIONS[int(PRECISION_OF_RULE[located.rule[0]])]
    score = match.score or 1.0
    best = Candidate(label=label, point=point, precision=precision, score=score, **units)
    return replace(
        match,
        status=Status.OK,
        precision=precision,
        point=point,
        accuracy_m=float(located.radius_m[0]),
        candidates=(best, *match.candidates[:4]),
        decided_by=RULES[int(located.rule[0])],
        **texts,
    )


def _texts(gazetteer: Gazetteer, answers: PointAnswers) -> dict[str, pa.Array]:
    """Return label, postal code and units of what was found."""
    unit = answers.unit
    units = {
        f"matched_{part}": gazetteer.words[part].take(unit, unit >= 0)
        for part in ("commune", "county", "voivodeship")
    }
    point, code = answers.point_code, answers.code
    code = np.where(point >= 0, point, np.where(answers.has_code, code, -1))
    located = answers.located
    is_point = located.rule == AT_POINT
    return {
        "matched_label": words_of(answers.points, answers.label, located.point, is_point),
        "matched_postal_code": postal_codes(code),
        **units,
    }


def _replaced(column: object, mask: Bools, row: Ints, values: object) -> object:
    """Return a column with the values of some rows in the place of its own."""
    if isinstance(column, np.ndarray):
        whole = column.copy()
        whole[row] = values
        return whole
    return pc.replace_with_mask(column, pa.array(mask), values)
