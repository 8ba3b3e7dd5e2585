"""The colours of print: those of the screen in its light theme, read from the map's styles."""

import re
from functools import cache
from typing import Final

from dashboard.views.resources import text_of

_STYLES: Final = ("map.css", "coverage.css")
_LIGHT: Final = re.compile(r":root \{(?P<block>[^}]*)")
_COLOUR: Final = re.compile(r"(?<![\w-])--mp-(?P<name>[\w-]+): (?P<colour>#[0-9a-f]{6});")


@cache
def palette() -> dict[str, str]:
    """Each colour by its name in the styles: 'shade-1', 'land', 'ink'; as '#rrggbb'."""
    blocks = [block["block"] for name in _STYLES for block in _LIGHT.finditer(text_of(name))]
    return {
        colour["name"]: colour["colour"] for block in blocks for colour in _COLOUR.finditer(block)
    }
