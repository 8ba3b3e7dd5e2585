"""Text in spreadsheet cells: nothing that a spreadsheet would run, and the way back.

A spreadsheet takes a cell that begins with = + - @ or a control character for a formula. An
apostrophe before it makes it text. The apostrophe is also put before a text that already looks
so treated, so that what is read back is always what was written.

Source: OWASP, CSV Injection; the full-width signs are those that some spreadsheets accept too.
"""

import re
from typing import Final

import pandas as pd

_STARTS: Final = tuple("=+-@\t\r\n＝＋－＠")
_RISKY: Final = re.compile(f"'*[{re.escape(''.join(_STARTS))}]")
_TREATED: Final = re.compile(f"'+[{re.escape(''.join(_STARTS))}]")


def neutralize(texts: pd.Series) -> pd.Series:
    """The texts with an apostrophe before those that a spreadsheet would take for a formula."""
    suspects = texts[texts.str.startswith((*_STARTS, "'"))]
    treated = {at: f"'{text}" for at, text in suspects.items() if _RISKY.match(text)}
    return _replaced(texts, treated)


def restore(texts: pd.Series) -> pd.Series:
    """The texts as they were before `neutralize`."""
    suspects = texts[texts.str.startswith("'")]
    return _replaced(texts, {at: text[1:] for at, text in suspects.items() if _TREATED.match(text)})


def _replaced(texts: pd.Series, others: dict[object, str]) -> pd.Series:
    """The texts with some others in their places."""
    if not others:
        return texts
    result = texts.copy()
    result.loc[pd.Index(others)] = list(others.values())
    return result
