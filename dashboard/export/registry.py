"""The kinds of file that practices are downloaded in, for the pages and for the command line.

What makes a file is named and not imported here: it needs a library for each kind, and together
they would double the time in which the dashboard starts.
"""

from dataclasses import dataclass
from enum import StrEnum
from pkgutil import resolve_name
from typing import Final

from dashboard.export.request import ExportRequest, Progress


class Group(StrEnum):
    """The purpose of a file; part of the name of the group's message."""

    TABLE = "table"
    MAP = "map"
    PRINT = "print"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file.

    Attributes:
        name: Its name in the command line, and the end of the name of its message.
        suffix: Ending of the file's name, without the dot.
        mime: Media type.
        group: What it is for.
        stem: End of the name of the message that is the first part of file names.
        is_slow: Whether it can take so long that a reader wants to see how far it is.
        writer: The pure function that makes the file, as 'module:name'.
    """

    name: str
    suffix: str
    mime: str
    group: Group
    stem: str
    is_slow: bool
    writer: str

    def write(self, request: ExportRequest, progress: Progress) -> bytes:
        """Return the content of the file for a request.

        Raises:
            Cancelled: By the progress, where nobody waits for the file any more.
            ExportError: The request holds more than such a file can.
        """
        content: bytes = resolve_name(self.writer)(request, progress)
        return content


FORMATS: Final = (
    Format(
        name="csv",
        suffix="csv",
        mime="text/csv",
        group=Group.TABLE,
        stem="practices",
        is_slow=False,
        writer="dashboard.export.formats.csv_file:csv_file",
    ),
    Format(
        name="xlsx",
        suffix="xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        group=Group.TABLE,
        stem="practices",
        is_slow=True,
        writer="dashboard.export.formats.xlsx_file:xlsx_file",
    ),
    Format(
        name="regions-csv",
        suffix="csv",
        mime="text/csv",
        group=Group.TABLE,
        stem="regions",
        is_slow=False,
        writer="dashboard.export.formats.regions_file:regions_csv",
    ),
    Format(
        name="regions-xlsx",
        suffix="xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        group=Group.TABLE,
        stem="regions",
        is_slow=False,
        writer="dashboard.export.formats.regions_file:regions_xlsx",
    ),
    Format(
        name="geojson",
        suffix="geojson",
        mime="application/geo+json",
        group=Group.MAP,
        stem="practices",
        is_slow=False,
        writer="dashboard.export.formats.geojson_file:geojson_file",
    ),
    Format(
        name="gpkg",
        suffix="gpkg",
        mime="application/geopackage+sqlite3",
        group=Group.MAP,
        stem="practices",
        is_slow=False,
        writer="dashboard.export.formats.geopackage_file:geopackage_file",
    ),
    Format(
        name="gpkg2180",
        suffix="gpkg",
        mime="application/geopackage+sqlite3",
        group=Group.MAP,
        stem="practices-epsg2180",
        is_slow=False,
        writer="dashboard.export.formats.geopackage_file:geopackage_2180_file",
    ),
    Format(
        name="html",
        suffix="html",
        mime="text/html",
        group=Group.MAP,
        stem="map",
        is_slow=True,
        writer="dashboard.export.standalone:map_html",
    ),
    Format(
        name="png",
        suffix="png",
        mime="image/png",
        group=Group.PRINT,
        stem="coverage",
        is_slow=True,
        writer="dashboard.export.print:picture_png",
    ),
    Format(
        name="svg",
        suffix="svg",
        mime="image/svg+xml",
        group=Group.PRINT,
        stem="coverage",
        is_slow=True,
        writer="dashboard.export.print:picture_svg",
    ),
    Format(
        name="pdf",
        suffix="pdf",
        mime="application/pdf",
        group=Group.PRINT,
        stem="coverage",
        is_slow=True,
        writer="dashboard.export.print:picture_pdf",
    ),
    Format(
        name="cards",
        suffix="pdf",
        mime="application/pdf",
        group=Group.PRINT,
        stem="cards",
        is_slow=True,
        writer="dashboard.export.print:cards_pdf",
    ),
    Format(
        name="pptx",
        suffix="pptx",
        mime="application/vnd.openxmlformats-officedocument.presentationml.presentation",
        group=Group.PRINT,
        stem="coverage",
        is_slow=True,
        writer="dashboard.export.deck:deck_pptx",
    ),
)
"""All kinds of file, in the order in which they are offered."""


def format_named(name: str) -> Format:
    """Return the kind of file of this name.

    Raises:
        KeyError: There is none.
    """
    return {each.name: each for each in FORMATS}[name]


def file_name(kind: Format, request: ExportRequest) -> str:
    """Return the name of a file: what it holds, whether that is made up, the day, the ending."""
    texts, about = request.texts, request.provenance
    stem = [texts(f"export-stem-{kind.stem}")]
    if kind.stem == "cards" and about.shown == 1:
        stem = [
            texts("export-stem-card"),
            *map(str, request.catalog.practices["art"][request.mask]),
        ]
    examples = [texts("export-stem-examples")] if about.has_examples else []
    parts = [*stem, *examples, f"{about.made_at:%Y-%m-%d}"]
    return f"{'-'.join(parts)}.{kind.suffix}"
