"""Tables for bringing practices in: an empty one to fill, and the finished one."""

import pandas as pd

from dashboard.export.columns import headings
from dashboard.locale import Texts
from dashboard.practices.schema import COLUMNS
from dashboard.practices.table import as_text

_NOT_FILLED_BY_HAND = ("metryka", "source")


def template_table(texts: Texts) -> bytes:
    """A CSV file with the headings of all columns that a person fills, for Polish Excel."""
    columns = [name for name in COLUMNS if name not in _NOT_FILLED_BY_HAND]
    line = ";".join(headings(pd.DataFrame(columns=columns), texts))
    return f"{line}\r\n".encode("utf-8-sig")


def practices_table(practices: pd.DataFrame) -> bytes:
    """The practices table as the program itself keeps and opens it; all cells as they are."""
    text = as_text(practices.sort_values("art", kind="stable"))
    return text.to_csv(index=False, lineterminator="\n").encode("utf-8")
