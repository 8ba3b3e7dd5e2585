"""Small maps of the sixteen voivodeships, one a theme, all in the same classes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
import pandas as pd
import shapely

from dashboard.explore import regions
from dashboard.explore.classes import Breaks, Class, classify, place_in, stretched
from dashboard.explore.coverage import Level
from dashboard.explore.facets import Facet
from dashboard.explore.themes import Theme
from dashboard.locale import Texts
from dashboard.poland.outlines import outlines
from dashboard.views.resources import text_of
from dashboard.views.shading import ZERO
from dashboard.views.templating import render

_TOLERANCE_KM: Final = 6
_WIDTH: Final = 160
"""Width of a small map in its own units."""

_BLOCK: Final = re.compile(r':root(?P<dark>\[data-theme="dark"\])? \{(?P<body>[^}]*)')
_COLOUR: Final = re.compile(r"--mp-(?P<name>shade-\d|hatch|land): (?P<colour>#[0-9a-f]{6});")


@dataclass(frozen=True, slots=True)
class _Country:
    """The voivodeships, in the order of their names, as SVG draws them, on a sheet of a size."""

    paths: dict[str, str]
    width: int
    height: int


def themes_html(themes: Sequence[Theme], chosen: tuple[Facet, str] | None, texts: Texts) -> str:
    """A button with a small map for every theme, the legend that they share, and a table.

    Args:
        themes: As `explore.themes` gives them; each button carries its number in the list.
        chosen: The facet and value that the filters choose.
        texts: The language.
    """
    classes = _classes(themes)
    country = _country()
    return render(
        "themes.html",
        {
            "texts": texts,
            "country": country,
            "legend": [(ZERO, "0"), *((str(each.shade), _bounds(each)) for each in classes)],
            "themes": [
                {
                    "name": theme.name,
                    "section": theme.section,
                    "total": texts.number(theme.total),
                    "label": _label(theme, texts),
                    "pressed": (theme.facet, theme.value) == chosen,
                    "kinds": _kinds(theme.by_voivodeship, classes),
                }
                for theme in themes
            ],
            "table": _table(themes, texts),
        },
    )


@cache
def shade_styles() -> str:
    """The colours of the map of coverage as variables of a page of either theme."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    for block in _BLOCK.finditer(text_of("map.css") + text_of("coverage.css")):
        colours = dark if block["dark"] else light
        colours.update({each["name"]: each["colour"] for each in _COLOUR.finditer(block["body"])})
    lines = (f"--mp-{name}: light-dark({colour}, {dark[name]});" for name, colour in light.items())
    return f".mp-themes {{ {' '.join(lines)} }}"


def _classes(themes: Sequence[Theme]) -> list[Class]:
    """Natural classes of all the numbers but zero, without gaps between them."""
    numbers = np.concatenate([theme.by_voivodeship.to_numpy(np.float64) for theme in themes])
    classes, _ = classify(numbers[numbers > 0], Breaks.NATURAL)
    return stretched(classes, start=1, step=1)


def _kinds(found: pd.Series, classes: Sequence[Class]) -> list[tuple[str, str]]:
    """(voivodeship, kind) of each: the shade of its class, or ZERO."""
    places = place_in(found.to_numpy(np.float64), classes)
    return [
        (str(name), str(classes[place].shade) if count else ZERO)
        for name, count, place in zip(found.index, found, places, strict=True)
    ]


def _bounds(each: Class) -> str:
    """'3–7', or '3' where both bounds are the same."""
    return "–".join(dict.fromkeys(f"{end:.0f}" for end in (each.least, each.most)))


def _label(theme: Theme, texts: Texts) -> str:
    """The theme in words: how many practices, in how many voivodeships, where most of them."""
    found = [pair for pair in theme.by_voivodeship.items() if pair[1]]
    name = f"{theme.section}: {theme.name}" if theme.section else theme.name
    told = texts("coverage-theme", name=name, count=theme.total, voivodeships=len(found))
    first = sorted(found, key=lambda pair: -pair[1])[:3]
    most = ", ".join(f"{region} {count}" for region, count in first)
    return f"{told} {texts('coverage-theme-most', most=most)}" if most else told


def _table(themes: Sequence[Theme], texts: Texts) -> dict[str, Any]:
    """The same numbers as a table: one row a theme, one column a voivodeship."""
    return {
        "columns": list(themes[0].by_voivodeship.index) if themes else [],
        "rows": [
            {
                "name": theme.name,
                "total": texts.number(theme.total),
                "cells": [texts.number(count) for count in theme.by_voivodeship.tolist()],
            }
            for theme in themes
        ],
    }


@cache
def _country() -> _Country:
    """The voivodeships, simplified together so that no gap opens between them."""
    names, found = regions.voivodeships(), outlines(Level.VOIVODESHIP)
    areas = shapely.coverage_simplify([found[name].area for name in names], _TOLERANCE_KM)
    left, top, right, bottom = shapely.total_bounds(areas)
    scale = _WIDTH / (right - left)

    def path(area: shapely.Geometry) -> str:
        parts = sorted(shapely.get_parts(area), key=shapely.area)
        points = (shapely.get_coordinates(parts[-1].exterior) - (left, top)) * scale
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points[:-1]) + "Z"

    paths = {name: path(area) for name, area in zip(names, areas, strict=True)}
    return _Country(paths, _WIDTH, round((bottom - top) * scale))
