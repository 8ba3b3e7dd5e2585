"""Columns of text in spreadsheets: nothing that a spreadsheet would run, and the way back."""

import pandas as pd

from geocoding.files.formulas import FORMULA_STARTS, neutralized, restored


def neutralize(texts: pd.Series) -> pd.Series:
    """Return the texts, an apostrophe before those that a spreadsheet would run as formulas."""
    suspects = texts[texts.str.startswith((*FORMULA_STARTS, "'"))]
    return _replaced(texts, {at: neutralized(text) for at, text in suspects.items()})


def restore(texts: pd.Series) -> pd.Series:
    """Return the texts as they were before `neutralize`."""
    suspects = texts[texts.str.startswith("'")]
    return _replaced(texts, {at: restored(text) for at, text in suspects.items()})


def _replaced(texts: pd.Series, others: dict[object, str]) -> pd.Series:
    """Return the texts with some others in their places."""
    if not others:
        return texts
    result = texts.copy()
    result.loc[pd.Index(others)] = list(others.values())
    return result
