"""The scripts and styles of the elements, which lie beside them; those of several in `shared`.

A script is a module with imports. What Streamlit gets is the bundle of it in one file, as
`npm run build` makes it into `bundles`.
"""

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent


def script(name: str) -> str:
    """Return the bundle of a script, with a line before it: Streamlit takes one line for a path."""
    return f"// {name}\n{source(f'bundles/{name}')}"


def source(*names: str) -> str:
    """Return the text of the files, one after another."""
    return "".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)
