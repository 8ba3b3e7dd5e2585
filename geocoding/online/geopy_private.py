"""The methods of geopy's base class that geopy itself does not document: all uses are here.

A test runs them with the real geopy (tests/geocoding/online/test_geopy_private.py), and
pyproject.toml takes no version of geopy that the test has not seen.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from geopy.geocoders.base import Geocoder

Answer = TypeVar("Answer")


class GeopyGeocoder(Geocoder):
    """The base of a geocoder that geopy does not have."""

    def answer_to(
        self,
        url: str,
        read: Callable[[Any], Answer],
        *,
        timeout: Any,  # noqa: ANN401  # seconds, or geopy's sign for its own
    ) -> Answer:
        """Return what `read` makes of the JSON at an address.

        Raises:
            GeopyError: The server did not answer, or with another status than 200.
        """
        answer: Answer = self._call_geocoder(url, read, timeout=timeout)
        return answer

    def point_text(self, point: Any, pattern: str) -> str:  # noqa: ANN401  # all geopy takes
        """Return a point as text.

        Args:
            point: Whatever geopy takes for one.
            pattern: With the gaps %(lat)s and %(lon)s, in degrees.
        """
        return str(self._coerce_point_to_string(point, pattern))
