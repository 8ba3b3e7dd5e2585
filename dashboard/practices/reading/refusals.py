"""Raises UploadError where the reader of tables and archives refuses a file."""

from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.errors import UploadError
from geocoding.errors import TableFileError


@contextmanager
def refusing_uploads() -> Iterator[None]:
    """Raise an UploadError where the reader of tables raises its own.

    Raises:
        UploadError: The file breaks a rule of the reader.
    """
    try:
        yield
    except TableFileError as error:
        raise UploadError(
            error.file,
            rule=error.rule,
            limit=error.limit,
            row=error.row,
            column=error.column,
            found=error.found,
        ) from error
