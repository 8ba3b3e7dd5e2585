"""Fixtures of the geocoding tests."""

from hypothesis import settings

# The same examples on every machine, however slow, and no folder of found ones.
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.load_profile("repeatable")
