"""The style of all pages, which the server puts into the page that opens."""

from functools import cache
from pathlib import Path
from typing import Final

_STYLES: Final = Path(__file__).parents[1] / "styles"


@cache
def page_style() -> str:
    """Return all files in styles/, in the order of their names, as CSS without comments."""
    files = [path.read_text("utf-8") for path in sorted(_STYLES.glob("*.css"))]
    first, *others = "\n".join(files).split("/*")
    rules = [first, *(each.partition("*/")[2] for each in others)]
    return " ".join(" ".join(rules).split())
