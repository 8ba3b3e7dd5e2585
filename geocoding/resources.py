"""Where the data files are: beside the packages in a checkout, inside this one in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def data_dir() -> Path:
    """Return the folder that holds gazetteer/, boundaries/, practices.csv and sources.toml."""
    inside = _PACKAGE / "_data"
    return inside if inside.is_dir() else _PACKAGE.parent / "data"
