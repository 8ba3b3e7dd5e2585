"""Which of a service's places an address means; the same rules for every service.

Each part that both the address and the place state is compared; what holds adds the part's
weight to the score. What speaks against a place as a whole, rejects it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geocoding.distance import distance_km
from geocoding.gazetteer.units import county_key, voivodeship_key
from geocoding.model import Address, Candidate, Match, Point, Precision, Status
from geocoding.online.places import Place
from geocoding.text import fold, read_locality, read_postal_code, read_street, street_key
from geocoding.text.localities import locality_key

_WEIGHTS = {
    "locality": 4.0,
    "postal_code": 3.0,
    "county": 2.0,
    "voivodeship": 1.0,
    "street": 2.0,
    "number": 1.0,
}
_POLAND = (48.9, 54.95, 14.05, 24.2)  # south, north, west, east; degrees
_STREET_M = 500.0
_LOCALITY_M = 3000.0
_SAME_PLACE_KM = 0.5
_CANDIDATES = 5
_FINENESS = list(Precision)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A place with what was compared."""

    place: Place
    checks: dict[str, bool]
    score: float

    @property
    def is_possible(self) -> bool:
        """Whether the place is in Poland, and nothing speaks against all of it.

        A code of the same region (its first two digits) may differ, a locality may where the
        code holds; a county or a voivodeship may not.
        """
        area = [self.checks[name] for name in ("locality", "postal_code") if name in self.checks]
        must = ("inside_poland", "same_region", "county", "voivodeship")
        return (any(area) or not area) and all(self.checks.get(name, True) for name in must)


def choose_place(
    address: Address, places: Sequence[Place], *, provider: str, attribution: str
) -> Match:
    """Return the match among a service's places; `no_match` with the rejected ones where none fits.

    `ambiguous` where two places far from each other fit equally well.
    """
    weighed = sorted(
        (_compare(address, place) for place in places),
        key=lambda one: (-one.is_possible, -one.score, _FINENESS.index(one.place.precision)),
    )
    candidates = tuple(_candidate(one) for one in weighed[:_CANDIDATES])
    possible = [one for one in weighed if one.is_possible]
    if not possible:
        return Match(
            status=Status.NO_MATCH,
            candidates=candidates,
            checks=weighed[0].checks if weighed else {},
            provider=provider,
            attribution=attribution,
            decided_by="each place is elsewhere" if weighed else "nothing was found",
        )
    best, *others = possible
    rivals = [one.score for one in others if _apart(best.place.point, one.place.point)]
    score_next = max(rivals, default=0.0)
    is_tie = bool(rivals) and score_next == best.score
    place = best.place
    return Match(
        status=Status.AMBIGUOUS if is_tie else Status.OK,
        precision=place.precision,
        point=place.point,
        accuracy_m=place.accuracy_m,
        matched_label=place.label,
        matched_postal_code=place.postal_code,
        matched_commune=place.commune,
        matched_county=place.county,
        matched_voivodeship=place.voivodeship,
        score=best.score,
        score_next=score_next,
        candidates=candidates,
        checks=best.checks,
        provider=provider,
        attribution=attribution,
        decided_by="two places fit equally well" if is_tie else "the place that fits best",
    )


def _compare(address: Address, place: Place) -> _Weighed:
    """Return the place with each check that can be made."""
    south, north, west, east = _POLAND
    checks = {"inside_poland": south < place.point.lat < north and west < place.point.lon < east}
    checks |= _compare_area(address, place) | _compare_street(address, place)
    weights = [_WEIGHTS[name] for name in checks if name in _WEIGHTS]
    passed = [_WEIGHTS[name] for name, holds in checks.items() if holds and name in _WEIGHTS]
    score = sum(passed) / sum(weights) if weights else 0.0
    return _Weighed(_no_finer_than_checked(place, checks), checks, score)


def _no_finer_than_checked(place: Place, checks: dict[str, bool]) -> Place:
    """Return the place; a wrong number leaves its street, a wrong street its locality."""
    if not checks.get("street", True):
        return replace(place, precision=Precision.LOCALITY, accuracy_m=_LOCALITY_M)
    if place.precision is Precision.BUILDING and not checks.get("number", True):
        return replace(place, precision=Precision.STREET, accuracy_m=_STREET_M)
    return place


def _compare_area(address: Address, place: Place) -> dict[str, bool]:
    """Return checks of the code, the locality, the county and the voivodeship."""
    checks = {}
    code = read_postal_code(address.postal_code)
    if code and place.postal_code:
        checks["postal_code"] = code == place.postal_code
        checks["same_region"] = code[:2] == place.postal_code[:2]
    stated = {*read_locality(address.city).keys, *read_locality(address.street).keys}
    if address.city and place.localities:
        checks["locality"] = any(locality_key(name) in stated for name in place.localities)
    if address.county and place.county:
        checks["county"] = county_key(address.county) == county_key(place.county)
    if address.voivodeship and place.voivodeship:
        named = voivodeship_key(address.voivodeship)
        checks["voivodeship"] = named == voivodeship_key(place.voivodeship)
    return checks


def _compare_street(address: Address, place: Place) -> dict[str, bool]:
    """Return checks of the street and the house number, where the address states them."""
    checks = {}
    line = read_street(f"{address.street} {address.number}")
    if line.street and place.precision in {Precision.BUILDING, Precision.STREET}:
        names = {place.street, *place.localities}
        checks["street"] = any(_same_street(line.street, name) for name in names if name)
    if line.number:
        numbers = {fold(line.number), fold(f"{line.number}/{line.flat}")}
        checks["number"] = fold(place.number) in numbers
    return checks


def _same_street(one: str, other: str) -> bool:
    """Say whether one name has all words of the other: first names and titles may be left out."""
    words, others = set(street_key(one).split()), set(street_key(other).split())
    return bool(words) and (words <= others or others <= words)


def _apart(one: Point, other: Point) -> bool:
    """Say whether two points are too far from each other to be one place."""
    lats, lons = np.array([one.lat, other.lat]), np.array([one.lon, other.lon])
    return bool(distance_km(lats[:1], lons[:1], lats[1:], lons[1:])[0] > _SAME_PLACE_KM)


def _candidate(one: _Weighed) -> Candidate:
    """Return a place as a candidate of the match."""
    place = one.place
    return Candidate(
        label=place.label,
        point=place.point,
        postal_code=place.postal_code,
        commune=place.commune,
        county=place.county,
        voivodeship=place.voivodeship,
        score=one.score,
    )
