"""The distribution of population as a table, for those who do not see the chart."""

import pandas as pd

from dashboard.locale import Texts
from dashboard.views.counts.charts import COMPLETED, STATED
from dashboard.views.templating import render


def steps_html(steps: pd.DataFrame, texts: Texts) -> str:
    """Return the steps that hold practices, as an HTML table that can be opened.

    Args:
        steps: As `histogram` gives them, with a count for STATED and for COMPLETED.
        texts: The language.
    """
    rows = [
        {
            "label": f"{texts.number(step['least'])}–{texts.number(step['below'] - 1)}",
            "count": texts.number(step[STATED] + step[COMPLETED]),
            "completed": texts.number(step[COMPLETED]),
        }
        for step in steps.to_dict(orient="records")
        if step[STATED] or step[COMPLETED]
    ]
    return render("steps.html", {"texts": texts, "rows": rows})
