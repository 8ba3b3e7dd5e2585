"""Measures the derived kinds of communes, and the approximate areas, on the real ones.

Neither the register nor the real borders are part of the project: paths to them are given.
"""

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import shape

from geocoding import data_dir
from geocoding.communes import load_communes
from geocoding.projection import to_km

_KINDS = {"1": "urban", "2": "rural", "3": "mixed"}
_FIRST_CITY = 61
_DENSE_DEG = 0.02


def units_table(register: Path | None, borders: Path | None) -> str:
    """Return a table of the agreement with a register (TERC, CSV) and with borders (GeoJSON)."""
    rows = ["| figure | value |", "| --- | ---: |"]
    if register:
        agreement = kind_agreement(register)
        rows.append(f"| kinds of communes that agree with the register | {agreement:.3f} |")
    for name, figure in area_figures(borders).items() if borders else ():
        rows.append(f"| {name} | {figure:.3f} |")
    return "\n".join(rows)


def kind_agreement(register: Path) -> float:
    """Return the share of communes whose kind is that of the register, of those that it has."""
    table = pd.read_csv(register, sep=";", dtype=str, encoding="utf-8-sig")
    table = table[table["RODZ"].isin(_KINDS.keys())]
    codes = table["WOJ"] + table["POW"] + table["GMI"]
    kinds = dict(zip(codes, table["RODZ"].map(_KINDS), strict=True))
    known = [each for each in load_communes().rows if each.teryt in kinds]
    return float(np.mean([each.kind.value == kinds[each.teryt] for each in known]))


def area_figures(borders: Path) -> dict[str, float]:
    """Return medians of the intersection over union of our areas with the real ones."""
    content = borders.read_bytes()
    text = gzip.decompress(content) if borders.suffix == ".gz" else content
    real: dict[str, list[Any]] = {}
    for item in json.loads(text)["features"]:
        area = shapely.make_valid(_plane(shape(item["geometry"])))
        code = str(item["properties"]["terc"])
        for digits in (6, 4):
            real.setdefault(code[:digits], []).append(area)
    ours = {**_areas("communes"), **_areas("counties")}
    both = {code: _overlap(ours[code], shapely.union_all(real[code])) for code in real}
    cities = [both[code] for code in both if len(code) == 4 and int(code[2:]) >= _FIRST_CITY]
    return {
        "areas of communes, median overlap": _median(both, digits=6),
        "areas of counties, median overlap": _median(both, digits=4),
        "areas of cities with county rights, median overlap": float(np.median(cities)),
    }


def _median(overlaps: dict[str, float], *, digits: int) -> float:
    """Return the median overlap of the units whose codes have so many digits."""
    return float(np.median([each for code, each in overlaps.items() if len(code) == digits]))


def _areas(name: str) -> dict[str, Any]:
    """Return the shipped areas of a level, in km, by code."""
    text = (data_dir() / "boundaries" / f"{name}.geojson").read_text("utf-8")
    features = json.loads(text)["features"]
    return {item["properties"]["teryt"]: _plane(shape(item["geometry"])) for item in features}


def _plane(area: Any) -> Any:
    """Return an area of degrees in the plane, in km."""
    return shapely.transform(shapely.segmentize(area, _DENSE_DEG), to_km)


def _overlap(one: Any, other: Any) -> float:
    """Return the intersection over the union of two areas."""
    return float(one.intersection(other).area / one.union(other).area)
