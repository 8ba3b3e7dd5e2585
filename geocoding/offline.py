"""The gazetteer as a geopy Geocoder: one address, or a whole table, without any network."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point as GeopyPoint

from geocoding.added import ADDRESS_POINTS, added, added_address_points, cached_with_added
from geocoding.address_points import AddressPoints
from geocoding.cascade.address_points import find_points
from geocoding.cascade.answers import as_match, as_table
from geocoding.cascade.point_answers import checked, in_match
from geocoding.cascade.questions import PARTS, read_questions
from geocoding.cascade.reverse import nearest_addresses
from geocoding.cascade.rules import decide
from geocoding.distance import Floats
from geocoding.errors import AddressError, GazetteerError
from geocoding.gazetteer.areas import areas_at
from geocoding.gazetteer.index import Gazetteer
from geocoding.locale import message
from geocoding.model import ADDRESS_PARTS, Address, Match, Point, Status
from geocoding.resources import data_dir
from geocoding.text import read_address
from geocoding.text.lengths import (
    readable_address,
    readable_columns,
    with_unread_in_match,
    with_unread_in_table,
)

_FARTHEST_M: Final = 50_000.0


class GazetteerGeocoder(Geocoder):
    """Answers addresses from the gazetteer: exact to a town, a village or a city's quarter.

    Attributes:
        gazetteer: The gazetteer that is asked.
    """

    def __init__(
        self, gazetteer: Gazetteer | None = None, *, uses_address_points: bool = True
    ) -> None:
        """Ask a gazetteer, by default the one that comes with the package.

        Args:
            gazetteer: The gazetteer.
            uses_address_points: Whether answers are made finer by the address points that were
                added.

        Raises:
            GazetteerError: If the gazetteer is missing or damaged.
        """
        super().__init__()
        self.gazetteer = gazetteer or Gazetteer.load()
        self._uses_address_points = uses_address_points

    @property
    def attribution(self) -> str:
        """What must be shown beside the points."""
        own = (source["attribution"] for source in self._sources)
        return "; ".join(dict.fromkeys((*own, *_attributions_of_points())))

    @property
    def data_date(self) -> str:
        """ISO date of the oldest part of the gazetteer."""
        return min(source["data_date"] for source in self._sources)

    def geocode(
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's interface; nothing waits
    ) -> Location | list[Location] | None:
        """Return the place that an address means.

        Args:
            query: An address in words, or its parts by name (street, number, city,
                postal_code, county, voivodeship).
            exactly_one: One Location rather than a list with the best five.
            timeout: Taken for geopy's sake; nothing is waited for.

        Returns:
            What geopy's geocoders give: a Location, a list of them, or None where nothing is
            found or several places fit equally well; `raw` holds the whole answer.

        Raises:
            AddressError: If a part has a name that is not known, or is too long to be read.
        """
        match = self.match(_address(query))
        if match.status is Status.ERROR:
            raise AddressError(match.error)
        raw = asdict(match)
        if exactly_one:
            return None if match.point is None else _location(match.matched_label, match.point, raw)
        found = [_location(each.label, each.point, raw) for each in match.candidates]
        return found or None

    def reverse(
        self,
        query: str | Sequence[float] | GeopyPoint,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's interface; nothing waits
    ) -> Location | list[Location] | None:
        """Return the address that is nearest to a position.

        Args:
            query: Latitude and longitude in degrees: a pair, a text, or geopy's Point.
            exactly_one: One Location rather than a list of one.
            timeout: Taken for geopy's sake; nothing is waited for.

        Returns:
            What geopy's geocoders give: a Location at the address. `raw` holds its `distance_m`
            from the position, its `precision` (building where address points were added, else
            locality) and its `postal_code`. None where the position is far from any address.
        """
        lat, lon = GeopyPoint(query)[:2]
        found = self.nearest_addresses(np.array([lat]), np.array([lon])).iloc[0]
        if found["nearest_m"] > _FARTHEST_M:
            return None
        point = Point(float(found["lat"]), float(found["lon"]))
        raw = {
            "distance_m": float(found["nearest_m"]),
            "precision": found["precision"],
            "postal_code": found["postal_code"],
        }
        location = _location(found["nearest_address"], point, raw)
        return location if exactly_one else [location]

    def nearest_addresses(self, lat: Floats, lon: Floats) -> pd.DataFrame:
        """Return the nearest address of each position in degrees, as `cascade.reverse` does."""
        return nearest_addresses(self.gazetteer, self._address_points(), lat, lon)

    def _address_points(self) -> AddressPoints | None:
        """Return the address points that are used, None where there are none."""
        return added_address_points() if self._uses_address_points else None

    def match(self, address: Address) -> Match:
        """Return the answer for one address, with the best five candidates and all checks."""
        address, unread = readable_address(address)
        points = self._address_points()
        stated = {name: getattr(address, name) for name in _parts(points)}
        columns = {name: pa.array([text]) for name, text in stated.items() if text}
        questions = read_questions(columns, self.gazetteer, count=1)
        decisions = decide(questions, self.gazetteer)
        match = as_match(
            questions,
            self.gazetteer,
            decisions,
            attribution=self.attribution,
            data_date=self.data_date,
        )
        if points is not None:
            found = find_points(questions, self.gazetteer, decisions, points, columns)
            outcome = checked(questions, self.gazetteer, decisions, found)
            match = in_match(match, self.gazetteer, found, outcome)
        return with_unread_in_match(match, unread)

    def match_table(self, addresses: pd.DataFrame) -> pd.DataFrame:
        """Return the answers for a table of addresses.

        Args:
            addresses: Any of the columns street, number, city, postal_code, county,
                voivodeship, as text; empty or missing where not stated.

        Returns:
            One row per address, index kept: status, precision, accuracy_m (metres), lat and lon
            (degrees, NaN without a point), matched_label, matched_postal_code,
            matched_commune, matched_county, matched_voivodeship, score, score_next, checks
            ('locality=ok;county=failed'), provider, decided_by, error. A text of more than
            LONGEST_LINE characters is not read, and `error` says so.
        """
        points = self._address_points()
        columns = {
            name: pa.array(addresses[name].astype("str"))
            for name in _parts(points)
            if name in addresses
        }
        columns, unread = readable_columns(columns)
        questions = read_questions(columns, self.gazetteer, count=len(addresses))
        decisions = decide(questions, self.gazetteer)
        found = None
        if points is not None:
            found = find_points(questions, self.gazetteer, decisions, points, columns)
        answers = as_table(questions, self.gazetteer, decisions, index=addresses.index, found=found)
        return with_unread_in_table(answers, unread)

    def areas_at(self, points: pd.DataFrame) -> pd.DataFrame:
        """Return which areas points lie in: those of the nearest settlement.

        Args:
            points: Columns lat and lon, degrees, without NaN.

        Returns:
            One row per point, index kept: commune, county, voivodeship.
        """
        areas = areas_at(self.gazetteer, points["lat"].to_numpy(), points["lon"].to_numpy())
        return areas.set_axis(points.index)

    @cached_property
    def _sources(self) -> list[dict[str, str]]:
        """The entries of the gazetteer's tables in the list of sources."""
        path = data_dir() / "sources.toml"
        try:
            listed = tomllib.loads(path.read_text(encoding="utf-8"))["files"]
        except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
            raise GazetteerError(
                message("data-not-read", path=str(path), error=str(error))
            ) from error
        return [source for source in listed if source["file"].startswith("gazetteer/")]


@cached_with_added
def _attributions_of_points() -> tuple[str, ...]:
    """Return what must be shown beside the address points that were added."""
    return tuple(each.attribution for each in added() if each.kind == ADDRESS_POINTS)


def _parts(points: AddressPoints | None) -> tuple[str, ...]:
    """Return the parts of an address that are read: house numbers only where there are points."""
    return PARTS if points is None else (*PARTS, "number")


def _address(query: str | Mapping[str, str]) -> Address:
    """Return the address that a query states."""
    if isinstance(query, str):
        return read_address(query)
    unknown = set(query) - set(ADDRESS_PARTS)
    if unknown:
        names, known = ", ".join(sorted(unknown)), ", ".join(sorted(ADDRESS_PARTS))
        raise AddressError(message("part-unknown", part=names, columns=known))
    return Address(**query)


def _location(label: str, point: Point, raw: dict[str, object]) -> Location:
    """Return a place as geopy gives it."""
    return Location(label, (point.lat, point.lon), raw)
