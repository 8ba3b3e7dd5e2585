"""The command `mapa-praktyk`: opens the dashboard, imports pages, makes up examples."""

from dashboard.cli.commands import main

__all__ = ["main"]
