"""Measures the geocoder beside pgeocode, and the dashboard; writes the figures into the README.

    python tests/bench/run.py [--rows 100000] [--rounds 3] [--practices 500 5000 ...]
        [--truth ADDRESSES.csv]

Both get the same rows and the same GeoNames points, in turn, each in a process of its own, and
the best round counts: whatever else the machine does makes a round slower, never faster.
Exactness is measured at OpenStreetMap's points of postal codes, from GeoNames' rows alone, so
that neither geocoder has seen them; and with --truth at surveyed points: a CSV file with the
columns street, number, city, postal_code, lat, lon, of which only the last two must be there.
The dashboard is measured on tables of made-up practices of several sizes, once each.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from inputs import write_inputs
from tables import COLUMNS, Measured, as_markdown, best, practices_table, put_in_place

HERE = Path(__file__).parent
ROWS = 100_000
ROUNDS = 3
PRACTICES = (500, 5_000, 50_000, 100_000, 500_000)


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
        for task in ("making", "use"):
            command = [sys.executable, str(HERE / "practices.py"), task, str(rows), folder]
            answer = subprocess.run(command, stdout=subprocess.PIPE, check=True)
            figures |= json.loads(answer.stdout)
    return figures


def main(arguments: list[str]) -> None:
    """Print the tables, and write them into the README."""
    parser = argparse.ArgumentParser(description="Measure speed and exactness beside a peer.")
    parser.add_argument("--rows", type=int, default=ROWS, help="made-up addresses to time")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="times that all is measured")
    parser.add_argument(
        "--practices", type=int, nargs="*", default=PRACTICES, help="practices to open, each"
    )
    parser.add_argument("--truth", type=Path, help="CSV file of addresses with surveyed points")
    parser.add_argument("--readme", type=Path, default=HERE.parents[1] / "README.md")
    options: Any = parser.parse_args(arguments)
    measured = measure_all(rows=options.rows, rounds=options.rounds, truth=options.truth)
    for kind in measured[COLUMNS[0]]:
        table = as_markdown(kind, measured)
        print(f"{table}\n")
        put_in_place(options.readme, kind, table)
    table = practices_table({rows: measure_practices(rows) for rows in options.practices})
    print(table)
    put_in_place(options.readme, "practices", table)


if __name__ == "__main__":
    main(sys.argv[1:])
