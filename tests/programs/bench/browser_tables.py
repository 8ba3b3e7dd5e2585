"""The table of what was measured in the browser: figures of the dashboard, and of its peers."""

import math

SUBJECTS = {
    "dashboard": "dashboard",
    "empty_page": "empty st_folium page",
    "marker_cluster": "folium MarkerCluster",
    "st_map": "st.map",
    "datasette": "datasette-cluster-map",
}
FIGURES = {
    "open": "open to first mark, s",
    "open_kb": "sent until then, kB",
    "filter": "filter to map, s",
    "filter_kb": "sent by the filter, kB",
    "search": "search to map, s",
    "words": "click to the mark's words, s",
    "click": "click to details beside the map, s",
}
LIMIT_S = 120
TOO_LONG, BROKEN = math.inf, -math.inf  # in place of a figure
NONE = "–"

Figures = dict[str, float]
Measured = dict[int, dict[str, Figures]]


def browser_table(measured: Measured) -> str:
    """A row per size and figure, a column per application; beside a peer's figure, its ratio.

    The ratio is the peer's figure by the dashboard's: more than one is where the dashboard is
    ahead.

    Args:
        measured: Number of practices -> application -> figure -> value, TOO_LONG or BROKEN.
    """
    names = [name for name in SUBJECTS if any(name in of_size for of_size in measured.values())]
    lines = [
        f"| practices | in the browser | {' | '.join(SUBJECTS[name] for name in names)} |",
        f"| ---: | --- |{' ---: |' * len(names)}",
    ]
    for practices, of_size in measured.items():
        ours = of_size.get("dashboard", {})
        for figure, words in FIGURES.items():
            own = ours.get(figure, math.nan)
            cells = [cell(of_size.get(name, {}), figure, own) for name in names]
            lines.append(f"| {practices:,} | {words} | {' | '.join(cells)} |")
    return "\n".join(lines)


def cell(figures: Figures, figure: str, ours: float) -> str:
    """One figure in words, with its ratio to the dashboard's unless it is the dashboard's."""
    value = figures.get(figure, math.nan)
    if value == TOO_LONG:
        return f"> {LIMIT_S} s"
    if value == BROKEN:
        return "fails"
    if math.isnan(value):
        return NONE
    if value == ours or not math.isfinite(ours):
        return _number(value)
    return f"{_number(value)} ({_number(value / ours)} ×)"


def _number(value: float) -> str:
    """A number with two digits that count, thousands set apart."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{float(f'{value:.2g}'):g}"
