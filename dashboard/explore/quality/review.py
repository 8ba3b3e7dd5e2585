"""One place under review: what the source states, and the places that this may mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

import pandas as pd

from dashboard.explore.catalog.catalog import Catalog, Place
from dashboard.practices.places import place_ids as names_of_places
from dashboard.practices.places import stated_places
from dashboard.practices.value_types import PRACTICE_NUMBER
from geocoding import Address, Candidate, Match
from geocoding.added import added_address_points
from geocoding.address_points import suggestions_of
from geocoding.overrides import Override
from geocoding.text import read_address

_PARTS: Final = ("street", "number", "postal_code", "city", "county", "voivodeship")


class MatchGeocoder(Protocol):
    """A geocoder that answers one address with its candidates."""

    def match(self, address: Address) -> Match:
        """Give the answer, with the best five candidates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedPlace:
    """A place that a reader looks at.

    Attributes:
        id: Its name in a table of overrides: '150', or '596/2' for one of several.
        row: Position of its practice in the catalogue.
        title: Title of the practice.
        address: What the source states of it.
        place: Where it was found.
        checks: The checks of that position, as the places table holds them.
        decided_by: The rule that decided, or a person's reason.
    """

    id: str
    row: int
    title: str
    address: Address
    place: Place
    checks: str
    decided_by: str


def place_ids(catalog: Catalog, places: pd.DataFrame) -> list[str]:
    """Give the names, in a table of overrides, of some rows of the catalogue's places."""
    several = catalog.practices["places"].take(places["row"].to_numpy()) != ""
    return names_of_places(places["art"], places["place_no"], several)


def find_place(catalog: Catalog, place_id: str) -> ReviewedPlace | None:
    """Give the place with a name such as '596/2'; None where the catalogue has none."""
    number = place_id.split("/", maxsplit=1)[0]
    if not re.fullmatch(PRACTICE_NUMBER, number):
        return None
    row = catalog.position_of(int(number))
    if row is None:
        return None
    stated = stated_places(catalog.practices.iloc[[row]])
    found = stated[stated["id"] == place_id]
    return _reviewed(catalog, row, found.iloc[0]) if len(found) else None


def idle_corrections(catalog: Catalog, corrections: Sequence[Override]) -> list[Override]:
    """Give the corrections whose place the catalogue does not have, so that they change nothing."""
    return [each for each in corrections if each.id and find_place(catalog, each.id) is None]


def places_beside(catalog: Catalog, reviewed: ReviewedPlace) -> dict[str, str]:
    """Give all places of the practice: their names in a table of overrides, and their words."""
    stated = stated_places(catalog.practices.iloc[[reviewed.row]])
    return dict(zip(stated["id"], stated["place"], strict=True))


def find_candidates(geocoder: MatchGeocoder, reviewed: ReviewedPlace, words: str) -> Match:
    """Give the answer for the address in words; for the address as stated where there are none.

    Where address points were added, the streets and house numbers that the words may be the
    beginning of are candidates, too.
    """
    match = geocoder.match(read_address(words) if words else reviewed.address)
    points = added_address_points() if words else None
    if points is None:
        return match
    known = {each.label for each in match.candidates}
    suggested = tuple(
        Candidate(label=each.label, point=each.point, precision=each.precision)
        for each in suggestions_of(points).find(words)
        if each.label not in known
    )
    return replace(match, candidates=(*match.candidates, *suggested))


def _reviewed(catalog: Catalog, row: int, stated: "pd.Series[Any]") -> ReviewedPlace:
    """Give the place of a practice that a row of the stated places is."""
    number = int(stated["place_no"])
    of_practice = catalog.places[catalog.places["row"] == row]
    position = of_practice.iloc[number]
    return ReviewedPlace(
        id=str(stated["id"]),
        row=row,
        title=str(catalog.practices["title"].iloc[row]),
        address=Address(**{part: str(stated[part]) for part in _PARTS}),
        place=catalog.places_of(row)[number],
        checks=str(position["checks"]),
        decided_by=str(position["decided_by"]),
    )
