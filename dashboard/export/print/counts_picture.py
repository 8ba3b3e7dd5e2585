"""A table of counts as a picture, as the page 'Analiza' draws it: PNG at 300 dpi, or SVG."""

from typing import Literal

from dashboard.export.print.engine import PPI, typeset
from dashboard.export.print.png import with_density
from dashboard.export.print.svg import with_words
from dashboard.export.provenance import Provenance
from dashboard.locale import Texts
from dashboard.views.counts.count_tables import CountRow, CountTable


def counts_picture(
    table: CountTable, about: Provenance, kind: Literal["png", "svg"], texts: Texts
) -> bytes:
    """Return the chart with its title, its numbers and where they come from.

    Args:
        table: The counts.
        about: What the file says of itself.
        kind: The kind of file.
        texts: The language.
    """
    words = _words(table)
    content = {
        "language": texts.language,
        "title": table.caption,
        "kind": table.kind,
        "corner": table.corner,
        "columns": [
            {"label": each.label, "pressed": each.pressed, "total": each.is_total}
            for each in table.columns
        ],
        "rows": [_row(row) for row in table.rows],
        "alt": words,
        "source": " · ".join(f"{name}: {value}" for name, value in about.lines(texts)),
    }
    made = typeset("counts.typ", content, kind, made_at=about.made_at)
    if kind == "png":
        return with_density(made, PPI)
    return with_words(made, title=table.caption, description=words, language=texts.language)


def _row(row: CountRow) -> dict[str, object]:
    """Return what the template shows of a row."""
    return {
        "label": row.label,
        "pressed": row.pressed,
        "total": row.is_total,
        "cells": [
            {"text": cell.text, "note": cell.note, "share": cell.share, "level": cell.level}
            for cell in row.cells
        ],
    }


def _words(table: CountTable) -> str:
    """Return the first number of each row, or of each column where there is but one row."""
    if table.kind == "columns":
        (line,) = table.rows
        pairs = [
            (each.label, cell.text) for each, cell in zip(table.columns, line.cells, strict=True)
        ]
    else:
        at = -1 if table.kind == "heat" else 0  # the total of a row of several numbers
        pairs = [(row.label, row.cells[at].text) for row in table.rows]
    return "; ".join(f"{label}: {text}" for label, text in pairs)
