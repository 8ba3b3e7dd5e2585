"""Coordinates that a visitor's table states: read, and made corrections of its practices."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from dashboard.practices.places import locate, place_ids
from dashboard.practices.reading.sheet import Sheet
from dashboard.practices.reading.upload_result import Effect, Problem, StatedPosition, UploadResult
from geocoding.distance import distance_km
from geocoding.model import Point, Precision
from geocoding.overrides import Override
from geocoding.stated_points import PlaneOrder, PlaneOrderSearch
from geocoding.tables.coordinates import read_pair, read_points

if TYPE_CHECKING:
    from geocoding import GazetteerGeocoder

PRECISIONS: Final = (
    *(Precision.BUILDING, Precision.STREET, Precision.LOCALITY, Precision.POSTAL_CODE),
)
"""The precisions that coordinates may be stated to have; the first is the default."""


def stated_positions(
    sheet: Sheet, mapping: Mapping[str, str], practices: pd.DataFrame
) -> tuple[tuple[StatedPosition, ...], list[Problem]]:
    """Read the coordinates of practices.

    Args:
        sheet: The table.
        mapping: For some of TARGETS, the heading that holds each.
        practices: The practices as texts, by their rows in the file.

    Returns:
        The positions that could be read, and a problem for each that could not.
    """
    positions: list[StatedPosition] = []
    problems: list[Problem] = []
    read = {row: (int(number), bool(places)) for row, number, places in _numbers(practices)}
    for row, texts in _coordinates(sheet, mapping):
        if row not in read or not any(texts):
            continue
        number, has_places = read[row]
        points = read_points(*texts) if len(texts) > 1 else read_pair(*texts)
        if points and not has_places:
            positions.append(StatedPosition(number, row, points))
            continue
        problems.append(
            Problem(
                place=str(row),
                column="position",
                value="; ".join(texts),
                rule="position_of_one_place" if has_places else "position",
                effect=Effect.EMPTIED,
            )
        )
    return tuple(positions), problems


def position_corrections(
    result: UploadResult,
    geocoder: "Callable[[], GazetteerGeocoder]",
    *,
    precision: Precision,
    file: str,
) -> list[Override]:
    """Make corrections of the coordinates that a file states.

    Where they are metres of EPSG:2180 in an order that nobody states, the order counts for the
    whole file that brings the points nearer to what the practices' addresses say.

    Args:
        result: What the file gave.
        geocoder: Gives the geocoder; called only where addresses decide.
        precision: What the reader says that the points stand for.
        file: The file's name.
    """
    order = _order_of_plane(result, geocoder) if _is_undecided(result.positions) else 0
    today = dt.datetime.now(tz=dt.UTC).date()
    names = place_ids(
        [each.number for each in result.positions],
        [0] * len(result.positions),
        [False] * len(result.positions),
    )
    return [
        Override(
            id=name,
            lat=point.lat,
            lon=point.lon,
            precision=precision,
            reason=f"{file[:_MAX_NAME]}, {each.row}",
            date=today,
        )
        for name, each in zip(names, result.positions, strict=True)
        for point in [each.points[min(order, len(each.points) - 1)]]
    ]


_MAX_NAME: Final = 200


def _numbers(practices: pd.DataFrame) -> Iterator[tuple[int, str, str]]:
    """Give the row, the number and the places of each practice."""
    yield from practices[["art", "places"]].itertuples(name=None)


def _coordinates(sheet: Sheet, mapping: Mapping[str, str]) -> Iterator[tuple[int, list[str]]]:
    """Give the row and the texts of the coordinates, two in cells of their own or one for both."""
    if "position" in mapping:
        headings = [mapping["position"]]
    elif {"lat", "lon"} <= mapping.keys():
        headings = [mapping["lat"], mapping["lon"]]
    else:
        return
    for row, *texts in sheet.cells[headings].itertuples():
        yield row, [str(text) for text in texts]


def _is_undecided(positions: Sequence[StatedPosition]) -> bool:
    """Say whether coordinates may mean two points."""
    return any(len(each.points) > 1 for each in positions)


def _order_of_plane(result: UploadResult, geocoder: "Callable[[], GazetteerGeocoder]") -> int:
    """Find which of two orders of plane coordinates agrees with the practices' addresses.

    Where they have none, it is the order whose points are nearer to known places.
    """
    numbers = {each.number: each.points for each in result.positions if len(each.points) > 1}
    practices = result.practices[result.practices["art"].isin(numbers)]
    places = locate(practices, geocoder()).dropna(subset=["lat", "lon"])
    if places.empty:
        search = PlaneOrderSearch(lambda: geocoder().gazetteer)
        order, _ = search.find([each.points for each in result.positions])
        return list(PlaneOrder).index(order)
    away = [
        [_km(point, lat, lon) for point in numbers[number]]
        for number, lat, lon in places[["art", "lat", "lon"]].itertuples(index=False)
    ]
    first, second = (median(column) for column in zip(*away, strict=True))
    return 0 if first <= second else 1


def _km(point: Point, lat: float, lon: float) -> float:
    """Give the kilometres between two points."""
    degrees = (np.array([value]) for value in (point.lat, point.lon, lat, lon))
    return float(distance_km(*degrees)[0])
