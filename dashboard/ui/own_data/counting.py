"""How often a visitor may have files read in."""

from dashboard.errors import UploadError
from dashboard.practices.reading import Upload
from dashboard.ui.visit import visitor_limits


def count_reading(upload: Upload) -> None:
    """Count that a file is read in.

    Raises:
        UploadError: As often within the last hour as one visitor may.
    """
    if minutes := visitor_limits.count_reading():
        raise UploadError(upload.name, rule="hourly", limit=minutes)
