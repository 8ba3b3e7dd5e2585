"""The columns of CSV and XLSX: their headings in the reader's language, their cells as text."""

from collections.abc import Callable

import pandas as pd

from dashboard.locale import Texts
from dashboard.practices.cells import neutralize


def with_words(table: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """Return the table with its codes in words and no text that a spreadsheet would run."""
    table = table.assign(
        status=_words(table["status"], lambda code: texts(f"status-{code}")),
        precision=_words(table["precision"], lambda code: texts(f"precision-{code}")),
    )
    if "unit_level" in table:
        table = table.assign(
            unit_level=_words(table["unit_level"], lambda code: texts(f"unit-{code}")),
            teryt_known_by=_words(
                table["teryt_known_by"], lambda code: texts(f"unit-known-{code}")
            ),
        )
    text = table.select_dtypes(include=["str", "object"]).columns
    return table.assign(**{name: neutralize(table[name].astype("str")) for name in text})


def _words(codes: pd.Series, words_of: Callable[[str], str]) -> pd.Series:
    """Return each code in words; no code, no words."""
    words = {code: words_of(code.replace("_", "-")) for code in codes.unique() if code}
    return codes.map({**words, "": ""})


def headings(table: pd.DataFrame, texts: Texts) -> list[str]:
    """Return the columns' names in words."""
    return [texts(f"column-{name.replace('_', '-')}") for name in table.columns]
