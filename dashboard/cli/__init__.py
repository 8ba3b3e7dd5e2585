"""The command `mapa-praktyk`: the dashboard, pages into it, files out of it, made-up examples."""

from dashboard.cli.commands import main

__all__ = ["main"]
