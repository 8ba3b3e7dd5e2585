"""The review of one place in words: what is stated, what was found, the candidates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.quality.review import ReviewedPlace
from dashboard.locale import Texts
from dashboard.practices import practice_link
from dashboard.practices.fields import FIELD
from dashboard.views.precision import mark_of, position_note
from dashboard.views.quality.quality import checks_words
from dashboard.views.quality.review_map import MapCandidate
from dashboard.views.templating import render
from geocoding import Candidate, Status

_STATED: Final = {
    "street": "street",
    "number": "number",
    "city": "locality",
    "postal_code": "postal_code",
    "county": "county",
    "voivodeship": "voivodeship",
}
"""The parts of an address, and the field whose label each has."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One candidate in the list; every text is plain.

    Attributes:
        number: From 1; the same on the map.
        label: The name of the place.
        details: Its code and the units that it lies in.
    """

    number: int
    label: str
    details: str


def stated_html(catalog: Catalog, reviewed: ReviewedPlace, texts: Texts) -> str:
    """Return what the source states of the place and where it was found, as an HTML fragment."""
    place = reviewed.place
    values: Mapping[str, object] = {
        "texts": texts,
        "rows": [
            (texts(FIELD[field].message), getattr(reviewed.address, part))
            for part, field in _STATED.items()
        ],
        "note": position_note(place, texts),
        "mark": mark_of([place]),
        "matched": place.matched if place.point else "",
        "checks": checks_words(reviewed.checks, texts) if place.point else "",
        "reason": reviewed.decided_by if place.status == Status.MANUAL else "",
        "source": practice_link(str(catalog.practices["url"].iloc[reviewed.row])),
    }
    return render("review.html", values)


def choices(candidates: Sequence[Candidate], texts: Texts) -> list[Choice]:
    """Return the candidates as a list, numbered from 1."""
    return [
        Choice(number, each.label, candidate_details(each, texts))
        for number, each in enumerate(candidates, start=1)
    ]


def map_candidates(candidates: Sequence[Candidate], texts: Texts) -> list[MapCandidate]:
    """Return the candidates as marks, with the numbers of the list."""
    return [
        MapCandidate(
            number=number,
            lat=round(each.point.lat, 5),
            lon=round(each.point.lon, 5),
            label=", ".join(filter(None, (each.label, candidate_details(each, texts)))),
        )
        for number, each in enumerate(candidates, start=1)
    ]


def candidate_details(candidate: Candidate, texts: Texts) -> str:
    """Return a candidate's code and units: '32-700, gm. Bochnia, pow. bocheński, małopolskie'."""
    parts = (
        candidate.postal_code,
        candidate.commune and texts("review-commune", name=candidate.commune),
        candidate.county and texts("review-county", name=candidate.county),
        candidate.voivodeship,
    )
    return ", ".join(filter(None, parts))
