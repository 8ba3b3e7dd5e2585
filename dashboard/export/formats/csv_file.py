"""CSV as Polish Excel opens it by a double click: BOM, semicolons, decimal commas, ISO dates."""

import io
from typing import Final

from dashboard.export.columns import headings, with_words
from dashboard.export.request import ExportRequest, Progress
from dashboard.export.tables import tables_for

_PART: Final = 5_000
"""Rows that are written between two words on the progress."""


def csv_file(request: ExportRequest, progress: Progress) -> bytes:
    """Return one row a practice; the last column says in each row where the file comes from."""
    texts = request.texts
    table = with_words(tables_for(request).with_positions(), texts).assign(
        provenance=request.provenance.as_line(texts)
    )
    names = headings(table, texts)
    text = io.StringIO()
    for start in range(0, max(len(table), 1), _PART):
        progress(start, len(table))
        table.iloc[start : start + _PART].to_csv(
            text,
            sep=";",
            decimal=",",
            index=False,
            header=names if start == 0 else False,
            date_format="%Y-%m-%d",
            lineterminator="\r\n",
        )
    return text.getvalue().encode("utf-8-sig")
