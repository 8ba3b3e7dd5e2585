"""Measures the gazetteer geocoder beside pgeocode, on the same rows and the same GeoNames points.

    python tests/bench/run.py [--rows 100000] [--truth ADDRESSES.csv]

Each geocoder runs in a process of its own, so that its memory is its own. The rows are distinct
addresses made from the gazetteer's settlements (code, locality, voivodeship, a house number).
Exactness needs points that neither geocoder has seen: a CSV file with the columns street, number,
city, postal_code, lat, lon, named with --truth.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from geocoding.distance import distance_km
from geocoding.resources import data_dir

ROWS_OF_ONE = 300
ROWS = 100_000
SEED = 2026
COLUMNS = ["street", "number", "city", "postal_code", "voivodeship"]


class Geocoder(NamedTuple):
    """What is measured of a geocoder: its answer for a table, and for one row of it as a dict."""

    locate: Callable[[pd.DataFrame], pd.DataFrame]
    locate_one: Callable[[dict[str, str]], object]


def settlements() -> pd.DataFrame:
    """The gazetteer's settlements: one row for each postal code and place."""
    return pd.read_parquet(data_dir() / "gazetteer" / "settlements.parquet")


def made_addresses(rows: int) -> pd.DataFrame:
    """Distinct addresses, the same on each run."""
    random = np.random.default_rng(SEED)
    places = settlements()
    drawn = places.iloc[random.integers(len(places), size=rows)].reset_index(drop=True)
    return pd.DataFrame(
        {
            "street": "",
            "number": (pd.Series(range(rows)) // 9 + 1).astype(str),
            "city": drawn["place"],
            "postal_code": drawn["postal_code"],
            "voivodeship": drawn["voivodeship"],
        }
    )


def load_ours() -> Geocoder:
    """The gazetteer geocoder, loaded."""
    from geocoding import Address, GazetteerGeocoder  # noqa: PLC0415 - loading is measured

    geocoder = GazetteerGeocoder()
    return Geocoder(geocoder.match_table, lambda row: geocoder.match(Address(**row)))


def write_pgeocode_table(folder: Path) -> None:
    """The settlements in the columns of the GeoNames file that pgeocode reads."""
    places = settlements()
    table = pd.DataFrame(
        {
            "country_code": "PL",
            "postal_code": places["postal_code"],
            "place_name": places["place"],
            "state_name": places["voivodeship"],
            "state_code": "",
            "county_name": places["county"],
            "county_code": "",
            "community_name": places["commune"],
            "community_code": "",
            "latitude": places["lat"],
            "longitude": places["lon"],
            "accuracy": "",
        }
    )
    table.to_csv(folder / "PL.txt", index=False)


def load_pgeocode() -> Geocoder:
    """pgeocode, loaded: it answers with the mean point of the code."""
    import pgeocode  # noqa: PLC0415 - loading is measured

    nominatim = pgeocode.Nominatim("pl")

    def locate(addresses: pd.DataFrame) -> pd.DataFrame:
        found = nominatim.query_postal_code(addresses["postal_code"].to_numpy())
        return found.rename(columns={"latitude": "lat", "longitude": "lon"})

    return Geocoder(locate, lambda row: nominatim.query_postal_code(row["postal_code"]))


GEOCODERS = {"gazetteer": load_ours, "pgeocode": load_pgeocode}


def peak_memory_mib() -> float:
    """The most memory that this process has held."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    peak = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak.split()[1]) / 1024


def seconds(call: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def exactness(geocoder: Geocoder, truth_path: Path) -> dict[str, float]:
    """Shares and quantiles of the distance to the true points."""
    truth = pd.read_csv(truth_path, dtype=str, keep_default_na=False)
    addresses = truth.reindex(columns=COLUMNS[:-1], fill_value="")
    answer = geocoder.locate(addresses)
    km = distance_km(
        truth["lat"].to_numpy(float),
        truth["lon"].to_numpy(float),
        answer["lat"].to_numpy(float),
        answer["lon"].to_numpy(float),
    )
    return {
        "located": float(np.isfinite(km).mean()),
        "median_km": float(np.nanmedian(km)),
        "within_1_km": float((km <= 1).mean()),
        "within_5_km": float((km <= 5).mean()),
        "beyond_20_km": float((km > 20).mean()),
    }


def measure(name: str, *, rows: int, truth: Path | None) -> dict[str, float]:
    """All figures of one geocoder, in this process."""
    start = time.perf_counter()
    geocoder = GEOCODERS[name]()
    figures = {"load_s": time.perf_counter() - start}
    addresses = made_addresses(rows)
    figures["rows_per_s"] = rows / seconds(partial(geocoder.locate, addresses))
    singles = addresses.head(ROWS_OF_ONE).to_dict("records")
    figures["one_address_ms"] = 1000 * statistics.median(
        seconds(partial(geocoder.locate_one, single)) for single in singles
    )
    figures["peak_mib"] = peak_memory_mib()
    return figures | (exactness(geocoder, truth) if truth else {})


def measure_apart(name: str, arguments: list[str], folder: Path) -> dict[str, float]:
    """The same, in a process of its own."""
    command = [sys.executable, __file__, "--only", name, *arguments]
    environment = os.environ | {"PGEOCODE_DATA_DIR": str(folder)}
    answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    figures: dict[str, float] = json.loads(answer.stdout)
    return figures


def main(arguments: list[str]) -> None:
    """Print one column of figures for each geocoder."""
    parser = argparse.ArgumentParser(description="Measure speed and exactness.")
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--only", choices=GEOCODERS, help="measure one; print JSON")
    options: Any = parser.parse_args(arguments)
    if options.only:
        print(json.dumps(measure(options.only, rows=options.rows, truth=options.truth)))
        return
    with tempfile.TemporaryDirectory() as folder:
        write_pgeocode_table(Path(folder))
        measure_apart("pgeocode", ["--rows", "1"], Path(folder))  # its first run writes an index
        measured = {name: measure_apart(name, arguments, Path(folder)) for name in GEOCODERS}
    table = pd.DataFrame(measured)
    print(f"{options.rows:,} rows")
    print(table.to_string(float_format=lambda figure: f"{figure:,.4g}"))


if __name__ == "__main__":
    main(sys.argv[1:])
