"""Tables for bringing practices in: an empty one to fill, and the finished one."""

import pandas as pd

from dashboard.export.columns import headings
from dashboard.locale import Texts
from dashboard.practices.fields import FIELDS
from dashboard.practices.table import as_text


def template_table(texts: Texts) -> bytes:
    """Return a CSV file with the headings of all columns that a person fills, for Polish Excel."""
    columns = [field.name for field in FIELDS if not field.is_generated]
    line = ";".join(headings(pd.DataFrame(columns=columns), texts))
    return f"{line}\r\n".encode("utf-8-sig")


def practices_table(practices: pd.DataFrame) -> bytes:
    """Return the practices table as the program itself keeps and opens it.

    All cells as they are.
    """
    text = as_text(practices.sort_values("art", kind="stable"))
    return text.to_csv(index=False, lineterminator="\n").encode("utf-8")
