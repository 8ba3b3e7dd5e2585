"""Address points put into words: in the place of what the cascade answered without them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from geocoding.address_points.index_files import NUMBER_BITS
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

_NUMBERS: Final = (1 << NUMBER_BITS) - 1
_DIGITS_OF_CODE: Final = 5
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
    best = Candidate(label=label, point=point, score=match.score or 1.0, **units)
    return replace(
        match,
        status=Status.OK,
        precision=PRECISIONS[int(PRECISION_OF_RULE[located.rule[0]])],
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
    digits = pc.utf8_lpad(pa.array(np.maximum(code, 0)).cast(TEXT), _DIGITS_OF_CODE, "0")
    dashed = pc.utf8_replace_slice(digits, 2, 2, "-")
    return {
        "matched_label": _labels(answers),
        "matched_postal_code": pc.if_else(pa.array(code >= 0), dashed, ""),
        **units,
    }


def _labels(answers: PointAnswers) -> pa.Array:
    """Return words for what was found: 'Kazimierza Wielkiego 2, Bochnia', 'Zakrzewo 45'."""
    points, located = answers.points, answers.located
    street_number = points.label["street"][answers.label]
    names = points.places["name"].chunk(0).cast(TEXT)
    place = names.take(pa.array(points.label["place"][answers.label]))
    street = points.streets.take(pa.array(street_number)).cast(TEXT)
    key = points.key[np.maximum(located.point, 0)]
    digits = pa.array((key >> NUMBER_BITS) & _NUMBERS).cast(TEXT)
    letters = points.letters_of(key).cast(TEXT)
    empty, blank, comma = (pa.scalar(text, TEXT) for text in ("", " ", ", "))
    number = pc.binary_join_element_wise(blank, digits, letters, empty)
    number = pc.if_else(pa.array(located.rule == AT_POINT), number, "")
    in_street = pc.binary_join_element_wise(street, number, comma, place, empty)
    in_place = pc.binary_join_element_wise(place, number, empty)
    return pc.if_else(pa.array(street_number > 0), in_street, in_place)


def _replaced(column: object, mask: Bools, row: Ints, values: object) -> object:
    """Return a column with the values of some rows in the place of its own."""
    if isinstance(column, np.ndarray):
        whole = column.copy()
        whole[row] = values
        return whole
    return pc.replace_with_mask(column, pa.array(mask), values)
