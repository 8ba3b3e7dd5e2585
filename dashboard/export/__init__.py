"""The filtered practices as files to download: pure, from a request to bytes.

CSV and XLSX hold a row a practice, with its first place; XLSX has all places on a sheet of their
own. GeoJSON and GeoPackage hold a feature a place. Every file says where it comes from: CSV in a
column (a line above the heading breaks spreadsheets, and a second file gets lost), XLSX on a
sheet, GeoJSON in a member of its own, GeoPackage in a table.
"""

from dashboard.export.practices_csv import practices_table, template_table
from dashboard.export.provenance import Provenance
from dashboard.export.request import (
    Cancelled,
    ExportContext,
    ExportRequest,
    Progress,
    request_chosen,
    request_filtered,
)
from dashboard.export.tables import ExportTables, select_tables

__all__ = [
    "Cancelled",
    "ExportContext",
    "ExportRequest",
    "ExportTables",
    "Progress",
    "Provenance",
    "practices_table",
    "request_chosen",
    "request_filtered",
    "select_tables",
    "template_table",
]
