"""Places with their units in words that the geocoder reads, for a reader to pick their own."""

from geocoding.model import Candidate


def unit_label(*, name: str, county: str, region: str) -> str:
    """Return a place with its units, as a reader and the geocoder both understand it."""
    if not county or name == county:
        return ", ".join(filter(None, (name, region)))
    return f"{name}, powiat {county}, {region}"


def candidate_label(candidate: Candidate) -> str:
    """Return an address that leads back to a geocoder's candidate: with its code, if any."""
    label = unit_label(name=candidate.label, county=candidate.county, region=candidate.voivodeship)
    code = candidate.postal_code
    return f"{code} {label}" if code and not label.startswith(code) else label
