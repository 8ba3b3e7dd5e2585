"""Measures address points: how fast files are added, how large the index is, how fast it answers.

    python tests/programs/bench/points.py TASK FOLDER FORMAT

The points are made up by tests/programs/address_points/generate.py. Each task is measured in a
process of its own, in seconds of its processor.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from geocoding import Address, GazetteerGeocoder
from geocoding.added import add_address_points, added_address_points, pack_address_points
from geocoding.address_points import AddressPoints, nearest_points, suggestions_of
from geocoding.address_points.encoding import PER_DEGREE
from geocoding.address_points.index_files import label_in, number_in

FORMATS = ("csv", "shp-new", "gml-2021")
ALL_OF_POLAND = 8_600_000
POINTS = 430_000
ROWS = 100_000
SINGLE = 300
SEED = 2026
GENERATOR = Path(__file__).parents[1] / "address_points" / "generate.py"


def points_table(points: int) -> str:
    """Return a table of all figures, for so many points.

    Args:
        points: How many to make up.
    """
    figures: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for form in FORMATS:
            files = folder / form
            arguments = [str(files), "--points", str(points), "--formats", form]
            subprocess.run([sys.executable, str(GENERATOR), *arguments], check=True)
            figures |= _measured("adding", folder, form)
        figures |= _measured("answering", folder, FORMATS[0])
    lines = [f"| {words} | {figure} |" for words, figure in figures.items()]
    return "\n".join(["| figure | value |", "| --- | ---: |", *lines])


def _measured(task: str, folder: Path, form: str) -> dict[str, str]:
    """Return the figures of a task, from a process of its own."""
    command = [sys.executable, __file__, task, str(folder), form]
    environment = os.environ | {"MAPA_PRAKTYK_DATA": str(folder)}
    answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    figures: dict[str, str] = json.loads(answer.stdout)
    return figures


def adding(folder: Path, form: str) -> dict[str, str]:
    """Return how long the files of a format take, and how much memory."""
    paths = sorted((folder / form).iterdir())
    started = time.process_time()
    result = add_address_points(paths)
    spent_s = time.process_time() - started
    count = sum(sum(source.counties.values()) for source in result.added)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole_min = spent_s / count * ALL_OF_POLAND / 60
    return {
        f"{form}: {count:,} points added, points/s": f"{count / spent_s:,.0f}",
        f"{form}: 8.6 million points at this speed, min": f"{whole_min:.1f}",
        f"{form}: memory at most, MB": f"{peak_mb:.0f}",
    }


def answering(folder: Path, _: str) -> dict[str, str]:
    """Return how large the index is, and how fast it answers."""
    started = time.perf_counter()
    points = added_address_points()
    opened_ms = 1000 * (time.perf_counter() - started)
    if points is None:
        raise SystemExit("no address points were added")
    pack = folder / "pack.parquet"
    pack_address_points(pack)
    size = sum(path.stat().st_size for path in points.folder.iterdir())
    addresses, lat, lon = _addresses(points)
    geocoder = GazetteerGeocoder()
    geocoder.match_table(addresses)
    table_s = _seconds(lambda: geocoder.match_table(addresses))
    single = [Address(**row) for row in addresses.head(SINGLE).to_dict("records")]
    single_s = _seconds(lambda: [geocoder.match(each) for each in single])
    nearest_s = _seconds(lambda: nearest_points(points, lat[:SINGLE], lon[:SINGLE]))
    typed = [f"{row.street[:4]} {row.number} {row.city[:4]}" for row in addresses.itertuples()]
    search = suggestions_of(points)
    search.find("pol")
    suggested_s = _seconds(lambda: [search.find(each) for each in typed[:SINGLE]])
    return {
        "index, bytes a point": f"{size / len(points):.1f}",
        "pack, bytes a point": f"{pack.stat().st_size / len(points):.1f}",
        "index opened, ms": f"{opened_ms:.1f}",
        f"table of {ROWS:,} full addresses, warm, rows/s": f"{ROWS / table_s:,.0f}",
        "one full address, ms": f"{1000 * single_s / SINGLE:.2f}",
        "nearest address of a position, ms": f"{1000 * nearest_s / SINGLE:.2f}",
        "suggestions while typing, ms": f"{1000 * suggested_s / SINGLE:.1f}",
    }


def _seconds(task: Callable[[], object], rounds: int = 3) -> float:
    """Return the least seconds of the processor that a task takes."""
    spent = []
    for _ in range(rounds):
        started = time.process_time()
        task()
        spent.append(time.process_time() - started)
    return min(spent)


def _addresses(points: AddressPoints) -> tuple[pd.DataFrame, np.ndarray, np.ndarray]:
    """Return addresses of points drawn from an index, as people write them, and the points."""
    drawn = np.random.default_rng(SEED).integers(len(points), size=ROWS)
    key = points.key[drawn]
    label, numbers = label_in(key), number_in(key)
    names = points.places["name"].to_pylist()
    streets = points.streets.to_pylist()
    of_label = points.label
    table = pd.DataFrame(
        {
            "street": [
                f"ul. {streets[at]}" if at else "" for at in of_label["street"][label].tolist()
            ],
            "number": [
                f"{number}{letters}"
                for number, letters in zip(
                    numbers.tolist(), points.letters_of(key).to_pylist(), strict=True
                )
            ],
            "city": [names[at] for at in of_label["place"][label]],
            "postal_code": [f"{code:05d}" for code in points.code[drawn].tolist()],
        }
    )
    return table, points.lat[drawn] / PER_DEGREE, points.lon[drawn] / PER_DEGREE


if __name__ == "__main__":
    tasks = {"adding": adding, "answering": answering}
    figures = tasks[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
    sys.stdout.write(json.dumps(figures))
