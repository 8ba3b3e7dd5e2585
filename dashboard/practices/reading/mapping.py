"""Which column of a file holds what: guessed from the headings, Polish or English."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.locale import LANGUAGES, texts_in
from dashboard.practices.fields import FIELD, FIELDS
from dashboard.practices.metryka import UNKNOWN, meaning
from dashboard.practices.schema import COLUMNS
from geocoding import fold

TARGETS: Final = COLUMNS
"""The columns of the practices table that a file may fill."""


def guess_mapping(headings: Sequence[str]) -> dict[str, str]:
    """For each of TARGETS that a heading names, that heading; a heading is used once."""
    names = _names()
    chosen: dict[str, str] = {}
    for heading in headings:
        target = names.get(_key(heading)) or _by_label(heading)
        if target:
            chosen.setdefault(target, heading)
    return {target: chosen[target] for target in TARGETS if target in chosen}


def _names() -> Mapping[str, str]:
    """Every name that a column goes by, folded; its own name and the interface's come first."""
    names: dict[str, str] = {}
    for target in TARGETS:
        labels = [texts_in(each)(FIELD[target].message) for each in LANGUAGES]
        for name in (target, *labels):
            names[_key(name)] = target
    for field in FIELDS:
        for name in field.file_headings:
            names.setdefault(_key(name), field.name)
    return names


def _by_label(heading: str) -> str:
    """The column that a label of a record card fills; empty for any other heading."""
    known = meaning(heading)
    return "" if known == UNKNOWN else known


def _key(heading: str) -> str:
    """A heading as it is compared: folded, words only."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(heading)))
