"""The columns of CSV and XLSX: their headings in the reader's language, their cells as text."""

from typing import Final

import pandas as pd

from dashboard.locale import Texts
from dashboard.practices.cells import neutralize

_CODED: Final = ("status", "precision")


def with_words(table: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """The table with its codes in words and no text that a spreadsheet would run."""
    words = {
        name: table[name].map(
            {
                code: texts(f"{name}-{code.replace('_', '-')}") if code else ""
                for code in table[name].unique()
            }
        )
        for name in _CODED
    }
    table = table.assign(**words)
    text = table.select_dtypes(include=["str", "object"]).columns
    return table.assign(**{name: neutralize(table[name].astype("str")) for name in text})


def headings(table: pd.DataFrame, texts: Texts) -> list[str]:
    """The columns' names in words."""
    return [texts(f"column-{name.replace('_', '-')}") for name in table.columns]
