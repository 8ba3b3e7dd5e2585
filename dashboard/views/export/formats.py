"""The formats to take practices away in."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dashboard.locale import Texts
from dashboard.views.export.csv_file import csv_file
from dashboard.views.export.geojson_file import geojson_file
from dashboard.views.export.geopackage_file import geopackage_file
from dashboard.views.export.provenance import Provenance
from dashboard.views.export.taken import Taken
from dashboard.views.export.xlsx_file import xlsx_file


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    Attributes:
        suffix: Ending of the file's name, without the dot; also names it among the messages.
        mime: Media type.
        write: From what is taken, where it comes from and a language to the file.
    """

    suffix: str
    mime: str
    write: Callable[[Taken, Provenance, Texts], bytes]


FORMATS: Final = (
    Format("csv", "text/csv", csv_file),
    Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_file),
    Format("geojson", "application/geo+json", geojson_file),
    Format("gpkg", "application/geopackage+sqlite3", geopackage_file),
)
