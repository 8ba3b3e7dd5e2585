"""The errors that geocoding raises.

GeocodingError
├── AddressError(ValueError)        an address that cannot be read
├── GazetteerError                  reference tables missing or damaged
├── TableError(ValueError)          a table that cannot be geocoded (file, row, column)
│   └── TableFileError              a file in which no table can be read, and by which rule
├── AddedDataError(ValueError)      a file of data that cannot be added (file, row, column)
├── SettingsError(ValueError)       an option or setting with an impossible value
├── CacheError                      kept answers that cannot be read or written
└── ServiceError                    an online service gave no usable answer
    ├── ServiceUnavailableError     no answer, or 5xx: worth another try later
    ├── ServiceRefusedError         429 or 403: the service does not want to answer
    └── ServiceNotAskedError        it failed too often: it was not asked any more

'Nothing was found' is no error: it is a Match with status no_match.
"""

from typing import Final

from geocoding.locale import Text, TranslatedError

_IN_MEGABYTES: Final = frozenset({"memory", "output", "size", "unpacked"})
"""Rules whose limits are bytes."""


class GeocodingError(TranslatedError):
    """Root of everything that this package raises on purpose."""


class AddressError(GeocodingError, ValueError):
    """An address that cannot be read."""


class GazetteerError(GeocodingError):
    """The reference tables are missing, damaged, or of another version."""


class TableError(GeocodingError, ValueError):
    """A table that cannot be geocoded; the message names file, row and column."""


class AddedDataError(GeocodingError, ValueError):
    """A file of data that cannot be added; the message names the place and what helps."""


class TableFileError(TableError):
    """A file in which no table can be read.

    Attributes:
        file: The file's name.
        rule: Short stable name of the rule that it breaks ('rows').
        limit: The bound of that rule, where it has one; else 0.
        row: The row or line as a spreadsheet counts it, where one is meant; else 0.
        column: The column of a single cell, from 1; else 0.
        found: What breaks the rule, where that is a part of the file; else ''.
        reason: What is wrong with the file, and what would help.
    """

    def __init__(  # noqa: PLR0913  one parameter an attribute
        self,
        file: str,
        *,
        rule: str,
        limit: int = 0,
        row: int = 0,
        column: int = 0,
        found: str = "",
    ) -> None:
        """Take the parts; the message is 'file: reason'."""
        self.file = file
        self.rule = rule
        self.limit = limit
        self.row = row
        self.column = column
        self.found = found
        self.reason = Text(
            f"refused-{rule}",
            {
                "limit": limit >> 20 if rule in _IN_MEGABYTES else limit,
                "row": str(row),
                "column": str(column),
                "found": found,
            },
        )
        super().__init__(Text("file-refused", {"file": file, "reason": self.reason}))


class SettingsError(GeocodingError, ValueError):
    """An option or setting with a value that is not possible."""


class CacheError(GeocodingError):
    """The cache of answers cannot be used; the message says why and what would help."""


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
