"""A list of addresses of a visitor: located here, and given back with all its columns."""

from dashboard.locale import Texts
from dashboard.practices.reading import Sheet, Upload


def has_addresses(sheet: Sheet) -> bool:
    """Say whether columns of a table hold addresses."""
    del sheet
    return False


def draw_address_list(upload: Upload, sheet: Sheet, texts: Texts) -> None:
    """Draw it."""
    del upload, sheet, texts
