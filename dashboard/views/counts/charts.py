"""The distribution of population as a Vega-Lite chart whose range can be drawn."""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import pandas as pd

from dashboard.explore.filters.filters import Filters
from dashboard.locale import Texts

BRUSH: Final = "range"
"""The name of the range that a reader draws."""

STATED: Final = "stated"
COMPLETED: Final = "completed"
_HEIGHT_PX: Final = 290
_BAR_COLOUR: Final = "#2b8591"
_TICKS: Final = (1, 2, 5)


def population_chart(steps: pd.DataFrame, texts: Texts) -> dict[str, Any]:
    """Return the chart's specification, the same for all filters, so that it does not flicker.

    Its data is what `population_data` gives.

    Args:
        steps: The steps, as `histogram` gives them.
        texts: The language of its words.
    """
    bounds = [int(steps["least"].min()), int(steps["below"].max())]
    ticks = [lead * 10**power for power in range(2, 9) for lead in _TICKS]
    thousand, million = texts("analysis-thousand"), texts("analysis-million")
    practices = texts("analysis-practices")
    x = {
        "field": "least",
        "type": "quantitative",
        "title": texts("analysis-inhabitants"),
        "scale": {"type": "log", "domain": bounds, "nice": False},
        "axis": {
            "values": [tick for tick in ticks if bounds[0] <= tick <= bounds[1]],
            "grid": False,
            "labelExpr": (
                f"datum.value < 1000 ? datum.value : datum.value < 1000000"
                f" ? datum.value / 1000 + '{thousand}' : datum.value / 1000000 + '{million}'"
            ),
            "labelOverlap": "greedy",
        },
    }
    y = {
        "field": "low",
        "type": "quantitative",
        "title": practices,
        "axis": {"tickMinStep": 1, "format": "d"},
    }
    return {
        "mark": {"type": "bar", "fill": _BAR_COLOUR, "stroke": _BAR_COLOUR, "strokeWidth": 1.5},
        "encoding": {
            "x": x,
            "x2": {"field": "below"},
            "y": y,
            "y2": {"field": "high"},
            "opacity": _where("datum.inside", otherwise=0.35),
            "fillOpacity": _where("datum.filled", otherwise=0.12),
            "tooltip": {"field": "words", "type": "nominal", "title": practices},
        },
        "params": [{"name": BRUSH, "select": {"type": "interval", "encodings": ["x"]}}],
        "height": _HEIGHT_PX,
    }


def _where(test: str, *, otherwise: float) -> dict[str, Any]:
    """Return full strength where a test holds, else less."""
    return {"condition": {"test": test, "value": 1.0}, "value": otherwise}


def population_data(steps: pd.DataFrame, filters: Filters, texts: Texts) -> pd.DataFrame:
    """Return the bars of the chart, the completed ones on top of the stated ones.

    Args:
        steps: As `histogram` gives them, with a count for STATED and for COMPLETED.
        filters: Those in use; bars outside their range of population are pale.
        texts: The language of the words that a bar shows when pointed at.
    """
    least = filters.population_min or 0
    most = filters.population_max or 10**9
    inside = (steps["below"] > least) & (steps["least"] <= most) & (not filters.population_unknown)
    words = [_words(step, texts) for step in steps.to_dict(orient="records")]
    stated = steps[STATED].to_numpy()
    low = np.concatenate([np.zeros_like(stated), stated])
    high = np.concatenate([stated, stated + steps[COMPLETED].to_numpy()])
    upper, step = np.divmod(np.flatnonzero(high > low), len(steps))
    return pd.DataFrame(
        {
            "least": steps["least"].to_numpy()[step],
            "below": steps["below"].to_numpy()[step],
            "inside": inside.to_numpy()[step],
            "words": np.array(words, dtype=object)[step],
            "low": low[high > low],
            "high": high[high > low],
            "filled": upper == 0,
        }
    )


def _words(step: Mapping[Any, Any], texts: Texts) -> str:
    """Return '20 000-29 999: 12 praktyk'."""
    text = texts(
        "analysis-step",
        least=texts.number(step["least"]),
        most=texts.number(step["below"] - 1),
        count=step[STATED] + step[COMPLETED],
    )
    added = step[COMPLETED]
    return f"{text}, {texts('analysis-of-which-completed', count=added)}" if added else text
