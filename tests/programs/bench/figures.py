"""Measures one geocoder in a process that holds no other: python figures.py NAME FOLDER [TRUTH].

Times are processor time, so other programs on the machine count little. Prints JSON.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
import pandas as pd
from perturbations import same_points

Result = TypeVar("Result")
Figures = dict[str, float]
LATER_TABLES = 7
EARTH_RADIUS_KM = 6_371.0088


class Geocoder(NamedTuple):
    """What is measured of a geocoder: its answer for a table, and for one row of it as a dict."""

    locate: Callable[[pd.DataFrame], pd.DataFrame]
    locate_one: Callable[[dict[str, str]], object]


def load_ours(folder: Path | None = None) -> Geocoder:
    """The gazetteer geocoder, loaded; with other tables than its own where a folder is given."""
    from geocoding import Address, GazetteerGeocoder  # noqa: PLC0415 - not in pgeocode's process
    from geocoding.gazetteer.index import Gazetteer  # noqa: PLC0415

    geocoder = GazetteerGeocoder(Gazetteer.load(folder))
    return Geocoder(geocoder.match_table, lambda row: geocoder.match(Address(**row)))


def load_pgeocode(_: Path | None = None) -> Geocoder:
    """pgeocode, loaded: it answers with the mean point of the code."""
    import pgeocode  # noqa: PLC0415 - not in our process

    nominatim = pgeocode.Nominatim("pl")

    def locate(addresses: pd.DataFrame) -> pd.DataFrame:
        found = nominatim.query_postal_code(addresses["postal_code"].to_numpy())
        return found.rename(columns={"latitude": "lat", "longitude": "lon"})

    return Geocoder(locate, lambda row: nominatim.query_postal_code(row["postal_code"]))


LOADERS = {"geocoding": load_ours, "pgeocode": load_pgeocode}


def measure(name: str, folder: Path, truth_path: Path | None) -> dict[str, Figures]:
    """Speed on made-up addresses; exactness at the points of codes, and at those of a file.

    Of ours also the share of the file's addresses that have the same point written otherwise.
    """
    load = LOADERS[name]
    figures = {"speed": speed(name, folder)}
    codes = pd.read_parquet(folder / "codes.parquet")
    from_geonames = load(folder / "geonames-only").locate(codes[["city", "postal_code"]])
    figures["codes"] = exactness(from_geonames, codes)
    if truth_path:
        truth = pd.read_csv(truth_path, dtype=str, keep_default_na=False)
        stated = truth.reindex(columns=["street", "number", "city", "postal_code"], fill_value="")
        locate = load().locate
        figures["surveyed"] = exactness(locate(stated), truth)
        if name == "geocoding":
            figures["changed"] = same_points(locate, stated)
    return figures


def speed(name: str, folder: Path) -> Figures:
    """Time to import, to load and to answer, and the most memory held meanwhile."""
    import_module(name)
    load_s, geocoder = measured(LOADERS[name])
    figures = {"start": start_s(name), "load": load_s}
    addresses = pd.read_parquet(folder / "addresses.parquet")
    times = [measured(lambda: geocoder.locate(addresses))[0] for _ in range(1 + LATER_TABLES)]
    figures["first_rows"] = len(addresses) / times[0]
    figures["later_rows"] = len(addresses) / min(times[1:])
    figures["memory"] = memory_mib("VmHWM")
    figures["one"] = one_ms(geocoder, addresses.head(300))
    if name == "geocoding":
        unknown = pd.read_parquet(folder / "unknown.parquet")
        figures["one_misspelt"] = one_ms(geocoder, pd.read_parquet(folder / "misspelt.parquet"))
        figures["unknown"] = len(unknown) / measured(lambda: geocoder.locate(unknown))[0]
    return figures


def exactness(answers: pd.DataFrame, truth: pd.DataFrame) -> Figures:
    """Shares of all rows in per cent and the median distance; the share that the radius holds.

    A row without an answer counts as infinitely far.
    """
    km = np.nan_to_num(distance_km(answers, truth), nan=np.inf)
    figures = {
        "answered": 100 * float(np.isfinite(km).mean()),
        "median": float(np.median(km)),
        **{f"within_{limit}": 100 * float((km <= limit).mean()) for limit in (1, 5)},
        "beyond_20": 100 * float((km > 20).mean()),
    }
    if "accuracy_m" in answers:
        held = km * 1000 <= answers["accuracy_m"].to_numpy(float)
        figures["held"] = 100 * float(held[np.isfinite(km)].mean())
    return figures


def distance_km(answers: pd.DataFrame, truth: pd.DataFrame) -> np.ndarray:
    """Great-circle distance of each answer from the truth, NaN where there is no answer."""
    lat, lon, true_lat, true_lon = (
        np.radians(table[name].to_numpy(float))
        for table in (answers, truth)
        for name in ("lat", "lon")
    )
    half_chord = (
        np.sin((true_lat - lat) / 2) ** 2
        + np.cos(lat) * np.cos(true_lat) * np.sin((true_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half_chord))


def measured(call: Callable[[], Result]) -> tuple[float, Result]:
    """Processor time of a call in seconds, and what it gave."""
    start = time.process_time()
    result = call()
    return time.process_time() - start, result


def one_ms(geocoder: Geocoder, addresses: pd.DataFrame) -> float:
    """Median time of one address in milliseconds."""
    singles = addresses.to_dict("records")
    geocoder.locate_one(singles[0])
    times = [measured(lambda: geocoder.locate_one(single))[0] for single in singles]  # noqa: B023
    return 1000 * statistics.median(times)


def start_s(module: str) -> float:
    """Processor time of a fresh Python that imports a module and does nothing else."""
    script = f"import time, {module}; print(time.process_time())"
    answer = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, check=True)
    return float(answer.stdout)


def memory_mib(which: str) -> float:
    """Memory of this process: VmRSS what it holds, VmHWM the most it held; NaN where untold."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    told = next(line for line in status.read_text().splitlines() if line.startswith(which))
    return int(told.split()[1]) / 1024


if __name__ == "__main__":
    which, inputs, *truths = sys.argv[1:]
    figures = measure(which, Path(inputs), Path(truths[0]) if truths else None)
    sys.stdout.write(json.dumps(figures))
