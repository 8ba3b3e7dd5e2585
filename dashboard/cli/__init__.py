"""The command `mapa-praktyk`: opens the dashboard, and imports practice pages."""

from dashboard.cli.commands import main

__all__ = ["main"]
