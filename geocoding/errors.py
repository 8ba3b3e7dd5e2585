"""The errors that geocoding raises.

GeocodingError
├── AddressError(ValueError)        an address that cannot be read
├── GazetteerError                  reference tables missing or damaged
├── TableError(ValueError)          a table that cannot be geocoded (file, row, column)
├── SettingsError(ValueError)       an option or setting with an impossible value
├── CacheError                      kept answers that cannot be read or written
└── ServiceError                    an online service gave no usable answer
    ├── ServiceUnavailableError     no answer, or 5xx: worth another try later
    ├── ServiceRefusedError         429 or 403: the service does not want to answer
    └── ServiceNotAskedError        it failed too often: it was not asked any more

'Nothing was found' is no error: it is a Match with status no_match.
"""


class GeocodingError(Exception):
    """Root of everything that this package raises on purpose."""


class AddressError(GeocodingError, ValueError):
    """An address that cannot be read."""


class GazetteerError(GeocodingError):
    """The reference tables are missing, damaged, or of another version."""


class TableError(GeocodingError, ValueError):
    """A table that cannot be geocoded; the message names file, row and column."""


class SettingsError(GeocodingError, ValueError):
    """An option or setting with a value that is not possible."""


class CacheError(GeocodingError):
    """The folder of kept answers cannot be used; the message says why and what would help."""


class ServiceError(GeocodingError):
    """An online service gave no usable answer; the question stays open.

    Attributes:
        retry_after_s: Seconds that the service asks to wait; None where it does not say.
    """

    def __init__(self, message: str, *, retry_after_s: float | None = None) -> None:
        """Keep the message and the wait that the service asked for."""
        super().__init__(message)
        self.retry_after_s = retry_after_s


class ServiceUnavailableError(ServiceError):
    """The service did not answer or failed; worth another try later."""


class ServiceRefusedError(ServiceError):
    """The service refused to answer."""


class ServiceNotAskedError(ServiceError):
    """The service failed too often in a row, so that it was not asked any more."""
