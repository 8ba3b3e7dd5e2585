"""Measures of regions in words: what each is called, how its values are written."""

from typing import Final

import numpy as np

from dashboard.explore.coverage.measures import Measure, ValueFormat
from dashboard.locale import Texts

TERYT_COLUMN: Final = "TERYT"
"""The heading of the regions' codes in tables and files, in every language."""


def measure_label(measure: Measure, texts: Texts) -> str:
    """Say what is measured, with the unit of its values."""
    label = measure.label or texts(f"coverage-measure-{measure.key}")
    return f"{label} ({measure.unit})" if measure.unit else label


def short_label(measure: Measure, texts: Texts) -> str:
    """Say the same as shortly as the heading of a column."""
    return measure.short_label or measure.label or texts(f"coverage-short-{measure.key}")


def title_words(measure: Measure, max_year: int | None, texts: Texts) -> str:
    """Say what is measured, and until when."""
    title = measure_label(measure, texts)
    if max_year is None:
        return title
    return texts("coverage-title-until", title=title, year=str(max_year))


def value_words(value: float, measure: Measure, texts: Texts) -> str:
    """Write a value of a measure: '1,22', '55%', '2024', or 'no data'."""
    return number_words(value, measure.format, texts)


def number_words(value: float, written: ValueFormat, texts: Texts) -> str:
    """Write a number in a format: '1,22', '55%', '2024', or 'no data'."""
    if np.isnan(value):
        return texts("missing")
    match written:
        case ValueFormat.YEAR:
            return str(int(value))
        case ValueFormat.SHARE:
            return texts("coverage-percent", percent=texts.number(round(value * 100)))
        case ValueFormat.DECIMAL:
            return texts.decimal(value, places=2)
        case ValueFormat.WHOLE:
            return texts.number(int(value))
