"""The kinds of file that practices are downloaded in, for the pages and for the command line.

What makes a file is named and not imported here: it needs a library for each kind, and together
they would double the time in which the dashboard starts.
"""

from dataclasses import dataclass
from enum import StrEnum
from pkgutil import resolve_name
from typing import Final

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.measures import PracticeMeasure
from dashboard.explore.coverage.question import Question
from dashboard.explore.filters.filters import Filters
from dashboard.export.file_words import file_words
from dashboard.export.request import ExportRequest, Progress
from dashboard.locale import Texts
from dashboard.views.coverage.region_names import region_title


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
        compares_home: Whether it compares the reader's own unit with its group.
        writer: The pure function that makes the file, as 'module:name'.
    """

    name: str
    suffix: str
    mime: str
    group: Group
    stem: str
    is_slow: bool
    writer: str
    compares_home: bool = False

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
        name="csv-places",
        suffix="csv",
        mime="text/csv",
        group=Group.TABLE,
        stem="places",
        is_slow=False,
        writer="dashboard.export.formats.csv_file:places_csv",
    ),
    Format(
        name="csv-zip",
        suffix="zip",
        mime="application/zip",
        group=Group.TABLE,
        stem="practices",
        is_slow=False,
        writer="dashboard.export.formats.csv_file:csv_archive",
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
        compares_home=True,
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
    """Return the name of a file: what it holds, of which region, the day, the ending.

    A map of coverage says its measure, too; a file of made-up practices says that they are.
    """
    texts, about = request.texts, request.provenance
    stem = [texts(f"export-stem-{kind.stem}")]
    if kind.stem == "cards" and about.shown == 1:
        stem = [
            texts("export-stem-card"),
            *map(str, request.catalog.practices["art"][request.mask]),
        ]
    stem += _region_words(request.filters, texts)
    if kind.stem in {"coverage", "regions"}:
        stem += _question_words(request.question, texts)
    examples = [texts("export-stem-examples")] if about.has_examples else []
    parts = [*stem, *examples, f"{about.made_at:%Y-%m-%d}"]
    return f"{'-'.join(parts)}.{kind.suffix}"


def _region_words(filters: Filters, texts: Texts) -> list[str]:
    """Return the one region that the filters choose; none where they choose several or none."""
    for facet in (Facet.COMMUNE, Facet.COUNTY, Facet.VOIVODESHIP):
        chosen = filters.chosen.get(facet, ())
        if chosen:
            return [file_words(region_title(chosen[0], texts))] if len(chosen) == 1 else []
    return []


def _question_words(question: Question, texts: Texts) -> list[str]:
    """Return what is measured and, where that is bounded, the last year."""
    is_ours = question.measure in set(PracticeMeasure)
    words = texts(f"coverage-short-{question.measure}") if is_ours else question.measure
    return [file_words(words), *([str(question.max_year)] if question.max_year else [])]
