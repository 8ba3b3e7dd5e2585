"""The tables of figures: their rows, and their places in the document between marker comments."""

import math
from pathlib import Path

ROWS = {
    "speed": {
        "start": "start Python and import, s",
        "load": "load, s",
        "first_rows": "first table, rows/s",
        "later_rows": "later tables, rows/s",
        "one": "one address, ms",
        "one_misspelt": "one misspelt place, ms",
        "unknown": "unknown places, names/s",
        "memory": "peak memory, MiB",
    },
    "codes": {
        "answered": "answered, %",
        "median": "median distance, km",
        "within_1": "within 1 km, %",
        "within_5": "within 5 km, %",
        "beyond_20": "beyond 20 km or none, %",
    },
}
ROWS["surveyed"] = ROWS["codes"] | {"held": "inside the stated radius, %"}
COLUMNS = ("geocoding", "pgeocode")
PRACTICES = {
    "load": "read and check the table, s",
    "prepare": "the same, located and kept, s",
    "words": "the words of all practices weighed and kept, s",
    "start": "a later start: found, checked, mapped, s",
    "filter": "a filter with all counts, ms",
    "search": "a search for a new word, ms",
    "points": "marks of the map, fetched once, kB",
    "change": "sent to the map by a change, kB",
    "map": "a run of the page with the map, ms",
    "analysis": "a run of the page of counts, ms",
    "quality": "a run of the page on quality, ms",
    "coverage": "a run of the page on coverage, ms",
    "memory": "memory after the first visitor, MiB",
    "visitor": "memory of a further visitor, MiB",
}
NONE = "–"

Measured = dict[str, dict[str, dict[str, float]]]


def as_markdown(kind: str, measured: Measured) -> str:
    """One table: a row per figure, a column per geocoder, and their ratio: ours by theirs.

    Args:
        kind: speed, codes or surveyed.
        measured: Geocoder -> kind -> figure -> value.
    """
    lines = [
        f"| {'speed' if kind == 'speed' else 'exactness'} | {' | '.join(COLUMNS)} | ratio |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name, words in ROWS[kind].items():
        ours, theirs = (measured[column][kind].get(name, math.nan) for column in COLUMNS)
        ratio = ours / theirs if theirs else math.nan
        lines.append(f"| {words} | {_figure(ours)} | {_figure(theirs)} | {_figure(ratio)} |")
    return "\n".join(lines)


def changes_table(shares: dict[str, float]) -> str:
    """The share of addresses with the same point, in per cent, by what was changed in them."""
    lines = ["| written otherwise | the same point, % |", "| --- | ---: |"]
    return "\n".join(
        [*lines, *(f"| {words} | {_figure(share)} |" for words, share in shares.items())]
    )


def practices_table(measured: dict[int, dict[str, float]]) -> str:
    """The cost of the dashboard: a row per figure, a column per number of practices.

    Args:
        measured: Number of practices -> figure -> value.
    """
    lines = [
        f"| practices | {' | '.join(f'{rows:,}' for rows in measured)} |",
        f"| --- |{' ---: |' * len(measured)}",
    ]
    for name, words in PRACTICES.items():
        cells = (_figure(figures.get(name, math.nan)) for figures in measured.values())
        lines.append(f"| {words} | {' | '.join(cells)} |")
    return "\n".join(lines)


def best(rounds: list[Measured]) -> Measured:
    """The best of each figure of speed over some rounds; exactness is the same in all."""
    measured = rounds[0]
    for column in COLUMNS:
        speed = measured[column]["speed"]
        for name in speed:
            choose = max if ROWS["speed"][name].endswith("/s") else min
            speed[name] = choose(each[column]["speed"][name] for each in rounds)
    return measured


def put_in_place(document: Path, kind: str, table: str) -> None:
    """Write a table into the document, between its two markers.

    Raises:
        SystemExit: The markers are not there.
    """
    before, opening, rest = document.read_text(encoding="utf-8").partition(
        f"<!-- bench: {kind} -->"
    )
    _, closing, after = rest.partition("<!-- bench: end -->")
    if not closing:
        raise SystemExit(f"{document}: no place for the table, {opening or f'bench: {kind}'}.")
    text = f"{before}{opening}\n{table}\n{closing}{after}"
    document.write_text(text, encoding="utf-8")


def _figure(value: float) -> str:
    """A number with three digits that count, thousands set apart; a dash for none."""
    if math.isnan(value):
        return NONE
    if value >= 1000:
        return f"{float(f'{value:.3g}'):,.0f}"
    return f"{value:.3g}" if value else "0"
