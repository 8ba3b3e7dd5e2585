"""Measures the geocoder beside pgeocode, and the dashboard; writes docs/benchmarks.md.

    python tests/programs/bench/run.py [--rows 100000] [--rounds 3] [--practices 500 5000 ...]
        [--truth ADDRESSES.csv] [--parts geocoder points units practices browser]
        [--street-names NAMES.csv --town-points POINTS.csv]
        [--register TERC.csv] [--borders COMMUNES.geojson]
        [--browser 500 10000 100000] [--applications dashboard datasette ...]

Both get the same rows and the same GeoNames points, in turn, each in a process of its own, and
the best round counts: whatever else the machine does makes a round slower, never faster.
Exactness is measured at OpenStreetMap's points of postal codes, from GeoNames' rows alone, so
that neither geocoder has seen them; and with --truth at surveyed points: a CSV file with the
columns street, number, city, postal_code, lat, lon, of which only the last two must be there.
The dashboard is measured on tables of made-up practices of several sizes, once each;
and in a real browser beside other applications, each in its turn on the same rows.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from browser import measure_in_browser
from browser_tables import SUBJECTS, browser_table
from inputs import write_inputs
from points import POINTS, points_table
from street_names import names_table
from tables import (
    COLUMNS,
    Measured,
    as_markdown,
    best,
    changes_table,
    practices_table,
    put_in_place,
)
from units import units_table

HERE = Path(__file__).parent
ROWS = 100_000
ROUNDS = 3
PRACTICES = (500, 5_000, 50_000, 100_000, 500_000)
IN_BROWSER = (500, 10_000, 100_000)
PARTS = ("geocoder", "points", "units", "practices", "browser")


def measure_apart(name: str, folder: Path, truth: Path | None) -> dict[str, dict[str, float]]:
    """All figures of one geocoder, from a process of its own."""
    command = [sys.executable, str(HERE / "figures.py"), name, str(folder)]
    environment = os.environ | {"PGEOCODE_DATA_DIR": str(folder)}
    answer = subprocess.run(
        [*command, *([str(truth)] if truth else [])],
        env=environment,
        stdout=subprocess.PIPE,
        check=True,
    )
    figures: dict[str, dict[str, float]] = json.loads(answer.stdout)
    return figures


def measure_all(*, rows: int, rounds: int, truth: Path | None) -> Measured:
    """Geocoder -> kind -> figure -> value."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_inputs(folder, rows=rows)
        script = "import pgeocode; pgeocode.Nominatim('pl')"  # its first run writes an index
        environment = os.environ | {"PGEOCODE_DATA_DIR": name}
        subprocess.run([sys.executable, "-c", script], env=environment, check=True)
        measured = [
            {column: measure_apart(column, folder, truth) for column in COLUMNS}
            for _ in range(rounds)
        ]
    return best(measured)


def measure_practices(rows: int) -> dict[str, float]:
    """All figures of the dashboard on a number of made-up practices."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for task in ("storing", "making", "use"):
            command = [sys.executable, str(HERE / "practices.py"), task, str(rows), folder]
            answer = subprocess.run(command, stdout=subprocess.PIPE, check=True)
            figures |= json.loads(answer.stdout or "{}")
    return figures


def main(arguments: list[str]) -> None:
    """Print the tables, and write them into the document."""
    parser = argparse.ArgumentParser(description="Measure speed and exactness beside a peer.")
    parser.add_argument("--rows", type=int, default=ROWS, help="made-up addresses to time")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times that all is measured")
    parser.add_argument(
        "--practices", type=int, nargs="*", default=PRACTICES, help="practices to open, each"
    )
    parser.add_argument("--truth", type=Path, help="CSV file of addresses with surveyed points")
    parser.add_argument("--points", type=int, default=POINTS, help="address points to make up")
    parser.add_argument("--street-names", type=Path, help="all street names, taken apart, as CSV")
    parser.add_argument("--town-points", type=Path, help="address points of some towns as CSV")
    parser.add_argument("--register", type=Path, help="GUS's register of units (TERC) as CSV")
    parser.add_argument("--borders", type=Path, help="real borders of communes as GeoJSON")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="what to measure")
    parser.add_argument(
        "--browser", type=int, nargs="+", default=IN_BROWSER, help="practices in the browser, each"
    )
    parser.add_argument(
        "--applications", nargs="+", choices=SUBJECTS, default=SUBJECTS, help="in the browser"
    )
    parser.add_argument("--document", type=Path, default=HERE.parents[2] / "docs" / "benchmarks.md")
    options: Any = parser.parse_args(arguments)
    for kind, table in tables(options):
        print(f"{table}\n")
        put_in_place(options.document, kind, table)


def tables(options: Any) -> Iterator[tuple[str, str]]:
    """Each table that is asked for, under its name, as soon as it is measured."""
    if "geocoder" in options.parts:
        measured = measure_all(rows=options.rows, rounds=options.rounds, truth=options.truth)
        changed = measured[COLUMNS[0]].pop("changed", None)
        yield from ((kind, as_markdown(kind, measured)) for kind in measured[COLUMNS[0]])
        if changed:
            yield "changed", changes_table(changed)
    if "points" in options.parts:
        yield "points", points_table(options.points)
    if "points" in options.parts and options.street_names and options.town_points:
        yield "street-names", names_table(options.street_names, options.town_points)
    if "units" in options.parts and (options.register or options.borders):
        yield "units", units_table(options.register, options.borders)
    if "practices" in options.parts:
        yield "practices", practices_table({n: measure_practices(n) for n in options.practices})
    if "browser" in options.parts:
        measured_there = measure_in_browser(
            options.browser, subjects=list(options.applications), rounds=options.rounds
        )
        yield "browser", browser_table(measured_there)


if __name__ == "__main__":
    main(sys.argv[1:])
