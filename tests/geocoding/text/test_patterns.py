"""Patterns answer the same for a few texts as for many."""

import pyarrow as pa
import pytest

from geocoding.cascade import cells, questions, streets
from geocoding.text.patterns import match_pattern, replace_pattern

MANY = 100
TEXTS = [
    *("ul. Łąkowa 5", "Kępie 16", "Kępie, ul. Polna 3", "3 Maja 5", "Święta Góra nr 4", "", None),
    *(
        "brak danych",
        "n/d",
        "nąd",
        "- brak",
        "ągmina 5",
        "gm. Łącko",
        "ręka b.d.",
        "\u0665",
        "5 ąwoj",
    ),
    *("Żółkiewskiego\u00a07", "os. Zielone", "Topolska", "WARSZAWSKA", "Gdańska, m. 3", "ŁÓDZKA"),
]
PATTERNS = [
    pytest.param(getattr(module, name), id=name)
    for module, name in (
        *((streets, name) for name in ("_FROM_NUMBER", "_TOWN", "_UNTIL_STREET", "_ADJECTIVE")),
        *((cells, name) for name in ("_MIXED_CITY", "_MIXED_CODE")),
        (questions, "_SAYS_NOTHING"),
    )
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_few_and_many_texts_have_one_answer(pattern: str) -> None:
    few = pa.array(TEXTS, pa.string())
    many = pa.array(TEXTS * MANY, pa.string())
    count = len(TEXTS)
    matched = match_pattern(many, pattern)[:count]
    assert match_pattern(few, pattern).to_pylist() == matched.to_pylist()
    replacement = r"<\1>" if "(" in pattern else "<>"
    replaced = replace_pattern(many, pattern, replacement)[:count]
    assert replace_pattern(few, pattern, replacement).to_pylist() == replaced.to_pylist()


def test_a_long_text_takes_no_time_of_the_square_of_its_length():
    """Python's expressions would take minutes for this one."""
    column = pa.array(["a " * 100_000])
    assert match_pattern(column, r"(?i)(\pL[^,;]*?)(\s*[,;]|\s+\d).*$").to_pylist() == [False]
