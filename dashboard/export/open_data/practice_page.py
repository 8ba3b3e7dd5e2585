"""The permanent page of a practice: plain HTML that search engines and shared links read.

It has the public lines of the record card, data after schema.org and Open Graph, and no contacts.
"""

from textwrap import shorten
from typing import Any, Final

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed_population
from dashboard.export.open_data.practice_features import Feature, practice_features
from dashboard.locale import LANGUAGES, Texts
from dashboard.practices import practice_link
from dashboard.practices.demo import has_examples
from dashboard.practices.metryka import may_leave
from dashboard.views.practice.card import metryka_rows
from dashboard.views.practice.positions import positions_of
from dashboard.views.sources import sources
from dashboard.views.templating import render

_LONGEST_DESCRIPTION: Final = 300


def practice_page(catalog: Catalog, row: int, root: str, texts: Texts) -> str:
    """Return the page of the practice at a position, as HTML.

    Args:
        catalog: The practices.
        row: The position of one.
        root: Address of the map, with a slash at its end.
        texts: The language.
    """
    practice = catalog.practices.iloc[row]
    (feature,) = practice_features(catalog, [row], root)
    found = feature["properties"]
    rows = metryka_rows(practice, texts, completed_population(catalog, row))
    values = {
        "texts": texts,
        "languages": LANGUAGES,
        "root": root,
        "address": found["permalink"],
        "number": found["art"],
        "title": found["title"],
        "description": _description(found),
        "theme": [name for name in (found["section"], found["subsection"]) if name],
        "summary": [text for text in (found["summary"] or "").split("\n\n") if text],
        "positions": positions_of(catalog.places_of(row), texts),
        "rows": [
            each for each in rows if each.parts and may_leave(each.label, with_contacts=False)
        ],
        "source": practice_link(found["url"] or ""),
        "is_example": has_examples(catalog.practices.iloc[[row]]),
        "attribution": " · ".join(dict.fromkeys(each.attribution for each in sources())),
        "linked_data": linked_data(feature, root, texts),
    }
    return render("practice_page.html", values)


def missing_page(heading: str, root: str, texts: Texts) -> str:
    """Return a page, as HTML, that says why there is no practice here."""
    return render("no_practice.html", {"texts": texts, "root": root, "heading": heading})


def linked_data(feature: Feature, root: str, texts: Texts) -> dict[str, Any]:
    """Return a practice after schema.org; an unknown value is absent.

    A place is a circle: its radius holds the true point 9 times in 10.
    """
    found = feature["properties"]
    work = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": found["permalink"],
        "url": found["permalink"],
        "identifier": str(found["art"]),
        "name": found["title"],
        "abstract": found["summary"],
        "description": _description(found),
        "inLanguage": "pl",
        "genre": found["section"],
        "keywords": [name for name in (found["section"], found["subsection"]) if name],
        "dateCreated": found["introduced"],
        "dateModified": found["updated"],
        "isBasedOn": practice_link(found["url"] or ""),
        "isPartOf": {"@type": "Dataset", "name": texts("app-name"), "url": root},
        "sourceOrganization": _organization(found),
        "spatialCoverage": [_place(each) for each in found["positions"] if each["lat"] is not None],
    }
    return {name: value for name, value in work.items() if value}


def _description(found: dict[str, Any]) -> str:
    """Return what a practice is, in a few sentences."""
    return shorten(found["summary"] or found["title"], _LONGEST_DESCRIPTION, placeholder="…")


def _organization(found: dict[str, Any]) -> dict[str, Any] | None:
    """Return the unit that carries a practice out; None where none is stated."""
    if not found["unit"]:
        return None
    address = {
        "addressLocality": found["locality"],
        "postalCode": found["postal_code"],
        "addressRegion": found["voivodeship"],
        "streetAddress": " ".join(filter(None, (found["street"], found["number"]))),
        "addressCountry": "PL",
    }
    known = {name: value for name, value in address.items() if value}
    organization = {
        "@type": "GovernmentOrganization",
        "name": found["unit"],
        "url": found["website"],
        "address": {"@type": "PostalAddress", **known},
    }
    return {name: value for name, value in organization.items() if value}


def _place(position: dict[str, Any]) -> dict[str, Any]:
    """Return a located place."""
    point = {
        "@type": "GeoCoordinates",
        "latitude": position["lat"],
        "longitude": position["lon"],
    }
    accuracy = position["accuracy_m"]
    circle = {"@type": "GeoCircle", "geoMidpoint": point, "geoRadius": accuracy}
    name = position["place"] or position["matched_label"]
    return {"@type": "Place", "name": name, "geo": circle if accuracy else point}
