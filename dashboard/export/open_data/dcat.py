"""The base as a catalogue after DCAT-AP 3, in JSON-LD, for dane.gov.pl and data.europa.eu."""

import datetime as dt
from typing import Any, Final

from dashboard.locale import LANGUAGES, texts_in
from dashboard.views.sources import Source, sources

_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY: Final = "http://publications.europa.eu/resource/authority"
_FILE_TYPES: Final = {
    "geojson": ("GEOJSON", "application/geo+json"),
    "csv": ("CSV", "text/csv"),
}
_LANGUAGES: Final = [
    {"@id": f"{_AUTHORITY}/language/{name}", "@type": "dcterms:LinguisticSystem"}
    for name in ("POL", "ENG")
]
_DATASETS: Final = {
    "practices": ("collections/practices/items", ("geojson", "csv")),
    "units": ("collections/units/items", ("geojson", "csv")),
    "coverage": ("coverage", ("csv",)),
}
"""The address of each dataset behind `/api/`, and its formats."""
_PRACTICES: Final = "practices.csv"

Node = dict[str, Any]
"""An object of JSON-LD."""


def dcat_catalogue(root: str, changed_at: dt.datetime) -> Node:
    """Return the catalogue: its datasets, their files, and the service that gives them.

    Args:
        root: Address of the map, with a slash at its end.
        changed_at: When the table was last written, with a time zone.
    """
    api = f"{root}api"
    publisher = _publisher(_source())
    moment = {"@type": "xsd:dateTime", "@value": changed_at.isoformat(timespec="seconds")}
    service: Node = {
        "@id": f"{api}/",
        "@type": "dcat:DataService",
        "dcterms:title": _in_languages("api-definition"),
        "dcterms:description": _in_languages("api-about"),
        "dcterms:publisher": publisher,
        "dcat:endpointURL": {"@id": f"{api}/", "@type": "rdfs:Resource"},
        "dcat:endpointDescription": {"@id": f"{api}/openapi.json", "@type": "rdfs:Resource"},
        "dcat:servesDataset": [{"@id": f"{api}/dcat.jsonld#{name}"} for name in _DATASETS],
        **_rights(),
    }
    return {
        "@context": _CONTEXT,
        "@id": f"{api}/dcat.jsonld",
        "@type": "dcat:Catalog",
        "dcterms:title": _in_languages("app-name"),
        "dcterms:description": _in_languages("api-about"),
        "dcterms:publisher": publisher,
        "dcterms:language": _LANGUAGES,
        "dcterms:modified": moment,
        "dcterms:spatial": _poland(),
        "foaf:homepage": {"@id": root, "@type": "foaf:Document"},
        "dcat:dataset": [_dataset(name, api, moment, publisher) for name in _DATASETS],
        "dcat:service": [service],
    }


def _dataset(name: str, api: str, moment: Node, publisher: Node) -> Node:
    """Return a dataset with its files."""
    path, formats = _DATASETS[name]
    title = "api-coverage" if name == "coverage" else f"api-collection-{name}"
    about = "api-operation-coverage" if name == "coverage" else f"api-collection-{name}-about"
    return {
        "@id": f"{api}/dcat.jsonld#{name}",
        "@type": "dcat:Dataset",
        "dcterms:title": _in_languages(title),
        "dcterms:description": _in_languages(about),
        "dcterms:identifier": f"{api}/{path}",
        "dcterms:publisher": publisher,
        "dcterms:modified": moment,
        "dcterms:spatial": _poland(),
        "dcat:theme": _concept("data-theme/REGI"),
        "dcterms:accessRights": {
            "@id": f"{_AUTHORITY}/access-right/PUBLIC",
            "@type": "dcterms:RightsStatement",
        },
        "dcat:distribution": [_distribution(f"{api}/{path}", each, api) for each in formats],
    }


def _distribution(address: str, name: str, api: str) -> Node:
    """Return a file of a dataset: its first part, from which links lead on."""
    kind, media_type = _FILE_TYPES[name]
    own = f"{address}?f={name}"
    return {
        "@id": f"{own}#distribution",
        "@type": "dcat:Distribution",
        "dcterms:title": kind,
        "dcat:accessURL": {"@id": own, "@type": "rdfs:Resource"},
        "dcterms:format": {
            "@id": f"{_AUTHORITY}/file-type/{kind}",
            "@type": "dcterms:MediaTypeOrExtent",
        },
        "dcat:mediaType": {
            "@id": f"https://www.iana.org/assignments/media-types/{media_type}",
            "@type": "dcterms:MediaType",
        },
        "dcat:accessService": {"@id": f"{api}/"},
        **_rights(),
    }


def _rights() -> Node:
    """Return the licence, or that none is stated."""
    source = _source()
    if source.is_licence_stated:
        licence = {"@id": source.licence_url, "@type": "dcterms:LicenseDocument"}
        return {"dcterms:license": licence}
    statement = {
        "@type": "dcterms:RightsStatement",
        "rdfs:label": _in_languages("api-no-licence"),
    }
    return {"dcterms:rights": statement}


def _source() -> Source:
    """Return whose the practices are."""
    return next(each for each in sources() if any(file.path == _PRACTICES for file in each.files))


def _publisher(source: Source) -> Node:
    """Return who publishes the practices."""
    return {
        "@id": source.publisher_url,
        "@type": "foaf:Agent",
        "foaf:name": source.publisher,
        "foaf:homepage": {"@id": source.publisher_url, "@type": "foaf:Document"},
    }


def _poland() -> Node:
    """Return the country."""
    return {"@id": f"{_AUTHORITY}/country/POL", "@type": "dcterms:Location"}


def _concept(name: str) -> Node:
    """Return a concept of a vocabulary of the EU."""
    return {"@id": f"{_AUTHORITY}/{name}", "@type": "http://www.w3.org/2004/02/skos/core#Concept"}


def _in_languages(message: str) -> list[dict[str, str]]:
    """Return a message in all languages."""
    return [{"@language": each, "@value": texts_in(each)(message)} for each in LANGUAGES]
