"""The scripts and styles of the elements, which lie beside them; those of several in `shared`."""

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent


def source(*names: str) -> str:
    """The text of the files, one after another."""
    return "".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)
