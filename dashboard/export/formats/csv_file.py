"""CSV as Polish Excel opens it by a double click: BOM, semicolons, decimal commas, ISO dates.

A table is one file whose first row says where it comes from, or it lies in an archive with a text
beside it that says so.
"""

import io
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile

import pandas as pd

from dashboard.export.columns import headings, to_accuracy, with_words
from dashboard.export.request import ExportRequest, Progress
from dashboard.export.tables import tables_for

_PART: Final = 5_000
"""Rows that are written between two words on the progress."""


def csv_file(request: ExportRequest, progress: Progress) -> bytes:
    """Return one row a practice, with the position of its first place."""
    return _with_provenance(tables_for(request).with_positions(), request, progress)


def places_csv(request: ExportRequest, progress: Progress) -> bytes:
    """Return one row a practice and place: all of its places, each with its own position.

    Raises:
        ExportError: Practices with several places have too long texts to be repeated.
    """
    table = tables_for(request).by_place(request.texts)
    return _with_provenance(table, request, progress)


def csv_archive(request: ExportRequest, progress: Progress) -> bytes:
    """Return a ZIP of three files: practices, their places, and where both come from."""
    tables, texts, content = tables_for(request), request.texts, io.BytesIO()
    lines = (f"{name}: {value}\r\n" for name, value in request.provenance.lines(texts))
    files = {
        texts("export-stem-practices"): tables.practices,
        texts("export-stem-places"): tables.places,
    }
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, table in files.items():
            archive.writestr(f"{name}.csv", _encoded(table, request, progress))
        archive.writestr(f"{texts('export-stem-about')}.txt", "".join(lines).encode("utf-8-sig"))
    return content.getvalue()


def _with_provenance(table: pd.DataFrame, request: ExportRequest, progress: Progress) -> bytes:
    """Return a table whose last column says, in the first row, where it comes from."""
    said = [""] * len(table)
    said[:1] = [request.provenance.as_line(request.texts)] * len(said[:1])
    return _encoded(table.assign(provenance=said), request, progress)


def _encoded(table: pd.DataFrame, request: ExportRequest, progress: Progress) -> bytes:
    """Return a table as the content of a file."""
    table = with_words(to_accuracy(table), request.texts)
    names = headings(table, request.texts)
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
