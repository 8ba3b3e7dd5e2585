"""What speaks for a target: named parts of evidence, each 0 to 1, added up to a score.

A part counts only where the address states it, so an address that says little can still be
matched fully; what it does say and the target does not bear out lowers the score.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from geocoding.cascade.questions import Questions
from geocoding.distance import Floats, distance_km
from geocoding.gazetteer.index import Gazetteer
from geocoding.gazetteer.lookup import Bools, Ints
from geocoding.gazetteer.targets import PRECISIONS, Kind
from geocoding.model import Precision

WEIGHTS = {"name": 0.4, "code": 0.3, "commune": 0.2, "county": 0.2, "voivodeship": 0.1}
"""How much each part of the evidence counts."""

_COUNTY, _VOIVODESHIP = (PRECISIONS.index(p) for p in (Precision.COUNTY, Precision.VOIVODESHIP))
_CODE_FADES_KM = 15.0
_AREA_FADES_KM = 30.0
_OTHER_CODE = 0.95


Part = tuple[Floats | Bools, Bools]
"""How far each pair holds in one respect, 0 to 1, and whether the address states anything of it."""


@dataclass(frozen=True)
class Evidence:
    """What speaks for pairs of an address and a target.

    Attributes:
        parts: The part of the evidence for each key of WEIGHTS.
        from_code_km: How far each target lies from where the stated code is, NaN for none.
    """

    parts: Mapping[str, Part]
    from_code_km: Floats

    @classmethod
    def of(
        cls,
        questions: Questions,
        gazetteer: Gazetteer,
        *,
        row: Ints,
        target: Ints,
        similarity: Floats,
    ) -> "Evidence":
        """Weigh pairs.

        Args:
            questions: The addresses.
            gazetteer: The gazetteer.
            row: Number of the address of each pair.
            target: Number of the target of each pair.
            similarity: How alike the stated and the target's name are, 0 to 1.
        """
        km = from_code_km(questions, gazetteer, row=row, target=target)
        parts: dict[str, Part] = {
            "name": (similarity, questions.has_city[row]),
            "code": (_near_code(questions, row, km), questions.has_code[row]),
            "commune": commune_evidence(questions, gazetteer, row=row, target=target),
            "county": county_evidence(questions, gazetteer, row=row, target=target),
            "voivodeship": voivodeship_evidence(questions, gazetteer, row=row, target=target),
        }
        return cls(parts, km)

    @cached_property
    def score(self) -> Floats:
        """How well each target fits its address, 0 to 1."""
        count = len(self.from_code_km)
        total, possible = np.zeros(count), np.zeros(count)
        for name, (held, stated) in self.parts.items():
            if stated.all():
                total += WEIGHTS[name] * held
                possible += WEIGHTS[name]
            elif stated.any():
                weight = WEIGHTS[name] * stated
                total += weight * held
                possible += weight
        return total / np.where(possible > 0, possible, 1.0)


def from_code_km(questions: Questions, gazetteer: Gazetteer, *, row: Ints, target: Ints) -> Floats:
    """Say how far targets lie from where the stated code is; 0 for those that have it.

    For a code that the gazetteer lacks, or whose point is unsound, it is the middle of the
    codes with the same first three digits. NaN where that is not known either.
    """
    code, targets = questions.code[row], gazetteer.targets
    km = np.zeros(len(row))
    other = np.flatnonzero((code < 0) | (code != targets.code[target]))
    other = other[~is_named_by_code(gazetteer, code[other], target[other])]
    if other.size:
        lat, lon = anchors(questions, gazetteer, row[other])
        far = target[other]
        km[other] = distance_km(lat, lon, targets.lat[far], targets.lon[far])
    return km


def is_named_by_code(gazetteer: Gazetteer, code: Ints, target: Ints) -> Bools:
    """Return whether targets are the places that OpenStreetMap names for codes."""
    place = target - gazetteer.targets.first(Kind.PLACE)
    named: Bools = (place >= 0) & (code >= 0) & (gazetteer.code.named_place[code] == place)
    return named


def anchors(questions: Questions, gazetteer: Gazetteer, row: Ints) -> tuple[Floats, Floats]:
    """Say where the stated codes are: their points, or the medians of their areas."""
    code, area, of = questions.code[row], questions.area[row], gazetteer.code
    own = (code >= 0) & of.sound[code]
    lat = np.where(own, of.lat[code], np.where(area >= 0, of.area_lat[area], np.nan))
    lon = np.where(own, of.lon[code], np.where(area >= 0, of.area_lon[area], np.nan))
    return lat, lon


def _near_code(questions: Questions, row: Ints, km: Floats) -> Floats:
    """Return how well targets fit the stated codes, from how far they are from them."""
    held = np.ones(len(row))
    apart = np.flatnonzero(km != 0)
    fades = np.where(questions.code[row[apart]] >= 0, _CODE_FADES_KM, _AREA_FADES_KM)
    held[apart] = _OTHER_CODE * np.exp(-np.nan_to_num(km[apart], nan=np.inf) / fades)
    return held


def commune_evidence(
    questions: Questions, gazetteer: Gazetteer, *, row: Ints, target: Ints
) -> tuple[Bools, Bools]:
    """Return whether targets lie in the stated communes, and whether one is stated."""
    stated, targets = questions.commune[row], gazetteer.targets
    made = stated >= 0
    if not made.any():
        return made, made
    unit = targets.unit[target]
    lies = made & (unit >= 0) & (targets.precision[target] < _COUNTY)
    return lies & gazetteer.commune_names.means[stated, unit], made


def county_evidence(
    questions: Questions, gazetteer: Gazetteer, *, row: Ints, target: Ints
) -> tuple[Bools, Bools]:
    """Return whether targets lie in the stated counties, and whether one is stated.

    The city that is a county's seat without belonging to it counts as lying in it: its offices
    stand there. So does a postal code of which some place lies in the county.
    """
    stated, targets = questions.county[row], gazetteer.targets
    made = stated >= 0
    if not made.any():
        return made, made
    unit, means = targets.unit[target], gazetteer.county_names.means
    lies = made & (unit >= 0) & (targets.precision[target] < _VOIVODESHIP)
    seated = gazetteer.seated_county[unit]
    held = means[stated, gazetteer.units.county_number[unit]]
    held |= (seated >= 0) & means[stated, seated]
    rest = np.flatnonzero(lies & ~held & (targets.kind[target] == Kind.CODE))
    if rest.size:
        owner, county = np.nonzero(means[stated[rest]])
        reaches = gazetteer.code_counties.find(targets.code[target[rest[owner]]], county)
        held[rest[owner[reaches]]] = True
    return lies & held, made


def voivodeship_evidence(
    questions: Questions, gazetteer: Gazetteer, *, row: Ints, target: Ints
) -> tuple[Bools, Bools]:
    """Return whether targets lie in the stated voivodeships, and whether one is stated."""
    stated = questions.voivodeship.take(row)
    made = stated >= 0
    if not made.any():
        return made, made
    means, numbers = gazetteer.voivodeship_names.means_or_none, gazetteer.units.voivodeship_or_none
    number = numbers.take(gazetteer.targets.unit.take(target), mode="wrap")
    # one index into all of it is looked up twice as fast as a pair of them
    held = means.ravel().take(stated * means.shape[1] + number, mode="wrap")
    return (held if made.all() else made & held), made


def lies_in_region(questions: Questions, gazetteer: Gazetteer, *, row: Ints, target: Ints) -> Bools:
    """Return whether targets lie in every commune, county and voivodeship that is stated.

    A name of a unit that is not known rules nothing out.
    """
    possible = np.ones(len(row), dtype=np.bool_)
    for part, evidence in (
        ("commune", commune_evidence),
        ("county", county_evidence),
        ("voivodeship", voivodeship_evidence),
    ):
        held, _ = evidence(questions, gazetteer, row=row, target=target)
        possible &= held | ~questions.known[part][row]
    return possible
