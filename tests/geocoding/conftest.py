"""Fixtures of the geocoding tests."""

import pytest
from hypothesis import settings

from geocoding import GazetteerGeocoder

# The same examples on every machine, however slow, and no folder of found ones.
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def geocoder() -> GazetteerGeocoder:
    """The geocoder with the gazetteer that comes with the package, loaded once."""
    return GazetteerGeocoder()
