"""The colours of the maps by their names in the styles, for what is drawn without a browser."""

import re
from functools import cache
from typing import Final

from dashboard.views.map.resources import text_of

_STYLES: Final = ("map.css", "coverage.css")
_BLOCK: Final = re.compile(r':root(?P<dark>\[data-theme="dark"\])? \{(?P<body>[^}]*)')
_COLOUR: Final = re.compile(r"(?<![\w-])--mp-(?P<name>[\w-]+): (?P<colour>#[0-9a-f]{6});")


@cache
def light_colours() -> dict[str, str]:
    """Return the light theme's colours by name: 'shade-1', 'land', 'ink'; as '#rrggbb'."""
    return _colours(is_dark=False)


@cache
def dark_colours() -> dict[str, str]:
    """Return the dark theme's colours by name: those that differ from the light theme's."""
    return _colours(is_dark=True)


def _colours(*, is_dark: bool) -> dict[str, str]:
    text = "".join(map(text_of, _STYLES))
    return {
        colour["name"]: colour["colour"]
        for block in _BLOCK.finditer(text)
        if bool(block["dark"]) is is_dark
        for colour in _COLOUR.finditer(block["body"])
    }
