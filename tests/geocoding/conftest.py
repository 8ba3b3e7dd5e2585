"""Fixtures of the geocoding tests."""

import pytest

from geocoding import GazetteerGeocoder


@pytest.fixture(scope="session")
def geocoder() -> GazetteerGeocoder:
    """The geocoder with the gazetteer that comes with the package, loaded once."""
    return GazetteerGeocoder()
