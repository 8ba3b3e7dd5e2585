"""The distribution of population as a table: beside the chart, and for files."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.locale import Texts
from dashboard.views.counts.charts import COMPLETED, STATED
from dashboard.views.counts.count_tables import Cell, CountRow, CountTable, Heading
from dashboard.views.templating import render


def steps_table(steps: pd.DataFrame, texts: Texts) -> CountTable:
    """Return the steps, those without a practice too, as columns for files.

    Args:
        steps: As `histogram` gives them, with a count for STATED and for COMPLETED.
        texts: The language.
    """
    found = (steps[STATED] + steps[COMPLETED]).tolist()
    most = max([*found, 1])
    cells = [
        Cell(
            text=texts.number(count) if count else "",
            value=count,
            note=texts("analysis-of-which-completed", count=added) if added else "",
            share=count / most,
        )
        for count, added in zip(found, steps[COMPLETED].tolist(), strict=True)
    ]
    labels = [_label(step, texts) for step in steps.to_dict(orient="records")]
    return CountTable(
        kind="columns",
        caption=texts("analysis-population"),
        corner=texts("analysis-inhabitants"),
        columns=tuple(Heading(key=label, label=label) for label in labels),
        rows=(CountRow(key="count", label=texts("analysis-practices"), cells=tuple(cells)),),
    )


def steps_html(steps: pd.DataFrame, texts: Texts) -> str:
    """Return the steps that hold practices, as an HTML table that can be opened.

    Args:
        steps: As `histogram` gives them, with a count for STATED and for COMPLETED.
        texts: The language.
    """
    rows = [
        {
            "label": _label(step, texts),
            "count": texts.number(step[STATED] + step[COMPLETED]),
            "completed": texts.number(step[COMPLETED]),
        }
        for step in steps.to_dict(orient="records")
        if step[STATED] or step[COMPLETED]
    ]
    return render("steps.html", {"texts": texts, "rows": rows})


def _label(step: Mapping[Any, Any], texts: Texts) -> str:
    """Return '20 000-29 999'."""
    return f"{texts.number(step['least'])}–{texts.number(step['below'] - 1)}"
