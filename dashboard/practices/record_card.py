"""Record cards for practices that came without a page: their cells under a page's labels."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from dashboard.practices.card_lines import MetrykaField, fields_to_json
from dashboard.practices.field_model import Field
from dashboard.practices.fields import CARD_FIELDS, FIELD

LABELS: Final[Mapping[str, str]] = {field.name: field.label for field in CARD_FIELDS}
"""The label of each line of the card, by the column that it fills first."""


def line_text(field: Field, cells: Mapping[str, str]) -> str:
    """Give the text of a field's line as a record card prints it; '' where nothing is known.

    Args:
        field: One that the card has a line of.
        cells: A practice's cells by column.
    """
    first, second, several = (
        FIELD[name].type.printed(cells[name]) if name else ""
        for name in (field.name, field.followed_by, field.several)
    )
    return f"{first} {second}".strip() or several


def metryka_column(practices: pd.DataFrame) -> list[str]:
    """Give the column metryka for a table of text cells; lines without a value are left out."""
    lines = {field.label: _line_texts(field, practices) for field in CARD_FIELDS}
    return [
        fields_to_json(
            MetrykaField(label, text) for label, text in zip(lines, texts, strict=True) if text
        )
        for texts in zip(*lines.values(), strict=True)
    ]


def _line_texts(field: Field, practices: pd.DataFrame) -> list[str]:
    """Give the texts of one line for all practices; each combination of cells is printed once."""
    names = list(field.columns)
    cells = practices[names]
    printed = {
        row: line_text(field, dict(zip(names, row, strict=True)))
        for row in cells.drop_duplicates().itertuples(index=False, name=None)
    }
    return [printed[row] for row in cells.itertuples(index=False, name=None)]
