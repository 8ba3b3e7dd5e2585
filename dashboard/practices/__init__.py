"""Practices of local governments: their pages, their table, and where they are."""

from dashboard.practices.table import load_practices, save_practices

__all__ = [
    "load_practices",
    "save_practices",
]
