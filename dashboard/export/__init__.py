"""The filtered practices as files to take away: pure, from an order to bytes.

CSV and XLSX hold a row a practice, with its first place; XLSX has all places on a sheet of their
own. GeoJSON and GeoPackage hold a feature a place. Every file says where it comes from: CSV in a
column (a line above the heading breaks spreadsheets, and a second file gets lost), XLSX on a
sheet, GeoJSON in a member of its own, GeoPackage in a table.
"""

from dashboard.export.practices_csv import practices_table, template_table
from dashboard.export.provenance import Provenance, filter_words
from dashboard.export.request import (
    Asker,
    Cancelled,
    Order,
    Progress,
    order_chosen,
    order_filtered,
)
from dashboard.export.tables import Taken, take

__all__ = [
    "Asker",
    "Cancelled",
    "Order",
    "Progress",
    "Provenance",
    "Taken",
    "filter_words",
    "order_chosen",
    "order_filtered",
    "practices_table",
    "take",
    "template_table",
]
