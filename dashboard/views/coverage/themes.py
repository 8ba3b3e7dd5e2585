"""Small maps of the sixteen voivodeships, one a theme, all in the same classes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
import pandas as pd

from dashboard.explore.catalog import regions
from dashboard.explore.catalog.facets import Facet
from dashboard.explore.coverage.classes import ZERO, Breaks, Class, classify, place_in, stretched
from dashboard.explore.coverage.themes import Theme
from dashboard.locale import Texts
from dashboard.poland.mini_map import country, fit_country, svg_path
from dashboard.views.map.colours import dark_colours, light_colours
from dashboard.views.templating import render
from geocoding.added import cached_with_added

_TOLERANCE_KM: Final = 6
_WIDTH: Final = 160
"""Width of a small map in its own units."""

_SHADES: Final = re.compile(r"shade-\d|hatch|land")


@dataclass(frozen=True, slots=True)
class _Country:
    """The voivodeships, in the order of their names, as SVG draws them, on a sheet of a size."""

    paths: dict[str, str]
    width: int
    height: int


def themes_html(themes: Sequence[Theme], chosen: tuple[Facet, str] | None, texts: Texts) -> str:
    """Return a button with a small map for every theme, the legend that they share, and a table.

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
    """Return the colours of the map of coverage as variables of a page of either theme."""
    light, dark = light_colours(), dark_colours()
    names = filter(_SHADES.fullmatch, light)
    lines = (f"--mp-{name}: light-dark({light[name]}, {dark[name]});" for name in names)
    return f".mp-themes {{ {' '.join(lines)} }}"


def _classes(themes: Sequence[Theme]) -> list[Class]:
    """Return natural classes of all the numbers but zero, without gaps between them."""
    numbers = np.concatenate([theme.by_voivodeship.to_numpy(np.float64) for theme in themes])
    classes, _ = classify(numbers[numbers > 0], Breaks.NATURAL)
    return stretched(classes, start=1, step=1)


def _kinds(found: pd.Series, classes: Sequence[Class]) -> list[tuple[str, str]]:
    """Return (voivodeship, kind) of each: the shade of its class, or ZERO."""
    places = place_in(found.to_numpy(np.float64), classes)
    return [
        (str(name), str(classes[place].shade) if count else ZERO)
        for name, count, place in zip(found.index, found, places, strict=True)
    ]


def _bounds(each: Class) -> str:
    """Return '3–7', or '3' where both bounds are the same."""
    return "–".join(dict.fromkeys(f"{end:.0f}" for end in (each.least, each.most)))


def _label(theme: Theme, texts: Texts) -> str:
    """Give the theme in words: how many practices, in how many voivodeships, where most of them."""
    found = [pair for pair in theme.by_voivodeship.items() if pair[1]]
    name = f"{theme.section}: {theme.name}" if theme.section else theme.name
    text = texts("coverage-theme", name=name, count=theme.total, voivodeships=len(found))
    first = sorted(found, key=lambda pair: -pair[1])[:3]
    most = ", ".join(f"{region} {count}" for region, count in first)
    return f"{text} {texts('coverage-theme-most', most=most)}" if most else text


def _table(themes: Sequence[Theme], texts: Texts) -> dict[str, Any]:
    """Return the same numbers as a table: one row a theme, one column a voivodeship."""
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


@cached_with_added
def _country() -> _Country:
    """Return the voivodeships as a small map draws them."""
    fit, areas = fit_country(_WIDTH), country(_TOLERANCE_KM)
    paths = {name: svg_path(areas[name], fit) for name in regions.voivodeships()}
    return _Country(paths, *map(round, fit.size))
