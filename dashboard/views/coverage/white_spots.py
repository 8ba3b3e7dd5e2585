"""What is missing, in words: counties, communes, types of commune and themes without practices."""

from collections.abc import Sequence

from dashboard.explore.counts.sizes import SIZE_CLASSES
from dashboard.explore.coverage.answer import WhiteSpots
from dashboard.explore.coverage.commune_groups import CommuneGroup
from dashboard.explore.coverage.themes import Theme
from dashboard.locale import Texts
from dashboard.views.counts.count_tables import size_label
from dashboard.views.templating import render
from geocoding.communes import CommuneKind


def white_spots_html(spots: WhiteSpots, texts: Texts) -> str:
    """Give what has no practice, as HTML."""
    sizes = commune_sizes(spots.communes)
    return render(
        "white_spots.html",
        {
            "texts": texts,
            "total": sum(map(len, spots.counties.values())),
            "counties": {name: names for name, names in spots.counties.items() if names},
            "is_open": len(spots.counties) == 1,
            "sizes": [size_label(size, texts) for size in sizes],
            "communes": commune_rows(spots.communes, sizes, texts),
            "types": spots.types,
            "themes": [theme_words(theme) for theme in spots.themes],
        },
    )


def theme_words(theme: Theme) -> str:
    """Give the name of a theme, after its section where it is a part of one."""
    return f"{theme.section}: {theme.name}" if theme.section else theme.name


def commune_sizes(groups: Sequence[CommuneGroup]) -> list[str]:
    """Give the keys of the size classes that some groups have, the small ones first."""
    return [each.key for each in SIZE_CLASSES if _of(groups, size=each.key)]


def commune_rows(
    groups: Sequence[CommuneGroup], sizes: Sequence[str], texts: Texts
) -> list[tuple[str, list[str]]]:
    """Give for each kind of commune, and for all: the cells of each size, and of all."""
    kinds: list[CommuneKind | None] = [kind for kind in CommuneKind if _of(groups, kind=kind)]
    return [
        (
            texts(f"unit-{kind.value}") if kind else texts("coverage-themes-total"),
            [_cell(_of(groups, kind=kind, size=size), texts) for size in (*sizes, None)],
        )
        for kind in (*kinds, None)
    ]


def _of(
    groups: Sequence[CommuneGroup], *, kind: CommuneKind | None = None, size: str | None = None
) -> list[CommuneGroup]:
    """Give the groups of a kind and a size; of all where one is None."""
    return [
        each
        for each in groups
        if (kind is None or each.kind is kind) and (size is None or each.size == size)
    ]


def _cell(groups: Sequence[CommuneGroup], texts: Texts) -> str:
    """Say how many communes of some groups have no practice, and how many there are."""
    if not groups:
        return "–"
    return texts(
        "coverage-spots-communes-cell",
        without=texts.number(sum(each.without for each in groups)),
        total=texts.number(sum(each.total for each in groups)),
    )
