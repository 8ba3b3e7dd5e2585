"""The gazetteer's points, made finer by a service where both agree.

A service's point at street or building level takes the place of the gazetteer's when it
lies within that one's radius, or in the same locality. Where it lies elsewhere, the
gazetteer's point stays and the contradiction is reported. A failed service leaves the
gazetteer's point, and its error beside it: the question is still open.
"""

import math
from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from geocoding.distance import distance_km
from geocoding.matches import TableGeocoder
from geocoding.model import Precision, Status

_FINE = {Precision.BUILDING, Precision.INTERPOLATED, Precision.STREET}
_FINEST = [Precision.BUILDING.value, Precision.INTERPOLATED.value]

Row = dict[Hashable, Any]


class Chain:
    """Answers a table by the gazetteer, then by a service the rows that it may improve."""

    def __init__(self, gazetteer: TableGeocoder, service: TableGeocoder) -> None:
        """Make a chain of two geocoders; the second is asked about few rows."""
        self._gazetteer = gazetteer
        self._service = service

    def match_table(self, addresses: pd.DataFrame) -> pd.DataFrame:
        """Return one row of answers per row of addresses, index kept."""
        answers = self._gazetteer.match_table(addresses)
        rows = answers.to_dict("records")
        asked = np.flatnonzero(_may_be_improved(addresses, answers))
        replies = self._service.match_table(addresses.iloc[asked]).to_dict("records")
        for place, reply in zip(asked, replies, strict=True):
            rows[place] = merge(rows[place], reply)
        return pd.DataFrame(rows, index=answers.index, columns=answers.columns).astype(
            answers.dtypes
        )


def merge(gazetteer: Row, service: Row) -> Row:
    """Return the better of two answers to one address, with what the other one says about it."""
    name = service["provider"]
    if service["status"] == Status.ERROR:
        status = gazetteer["status"] if _has_point(gazetteer) else Status.ERROR.value
        return {**gazetteer, "status": status, "error": service["error"]}
    if not _has_point(service):
        return gazetteer
    if not _has_point(gazetteer):
        return service
    if service["status"] != Status.OK or service["precision"] not in _FINE:
        return gazetteer
    distance_m = _distance_m(gazetteer, service)
    if _agree(gazetteer, service, distance_m):
        return {**service, "decided_by": f"{name} agrees with the gazetteer"}
    return {
        **gazetteer,
        "checks": f"{gazetteer['checks']};{name}_agrees=failed".lstrip(";"),
        "decided_by": f"{gazetteer['decided_by']}; {name} is {distance_m / 1000:.1f} km away:"
        f" {service['matched_label']}",
    }


def _may_be_improved(addresses: pd.DataFrame, answers: pd.DataFrame) -> "pd.Series[bool]":
    """Return the rows a service may know more about: with a street or number, or no point.

    A point at its house number is as fine as a service's.
    """
    parts = [addresses[part].fillna("") for part in ("street", "number") if part in addresses]
    is_open = answers["lat"].isna() & (answers["status"] != Status.SKIPPED)
    for part in parts:
        is_open |= part != ""
    return is_open & ~answers["precision"].isin(_FINEST)


def _has_point(row: Row) -> bool:
    """Say whether an answer has a point."""
    return not math.isnan(row["lat"])


def _agree(gazetteer: Row, service: Row, distance_m: float) -> bool:
    """Say whether a service's place is in the gazetteer's: in its radius, or its locality."""
    is_same_locality = "locality=ok" in service["checks"].split(";")
    is_same_county = service["matched_county"] == gazetteer["matched_county"] != ""
    return distance_m <= gazetteer["accuracy_m"] or (is_same_locality and is_same_county)


def _distance_m(one: Row, other: Row) -> float:
    """Return metres between two answers' points."""
    lats = np.array([[one["lat"]], [other["lat"]]])
    lons = np.array([[one["lon"]], [other["lon"]]])
    return float(1000 * distance_km(lats[0], lons[0], lats[1], lons[1])[0])
