"""How good the data is, in words: rows of places, contradictions, missing fields, marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from dashboard.explore.catalog.catalog import Catalog, Place, as_places
from dashboard.explore.quality.quality import VALUE_CHECKS, Positions, QualityFacet
from dashboard.explore.quality.review import place_ids
from dashboard.locale import Texts
from dashboard.practices.fields import FIELD
from dashboard.views.precision import mark_of, reason_unlocated
from dashboard.views.templating import render
from geocoding.cascade.checks import CHECKS

OVERRIDE_CHECK: Final = "override_address"
KNOWN_CHECKS: Final = (*CHECKS, OVERRIDE_CHECK, *VALUE_CHECKS.values())
"""The checks that have words; another one, of a service, is named as it is."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One row of a table of places; every text is plain.

    Attributes:
        id: The place's name in a table of overrides.
        title: Title of its practice.
        details: Number of the practice, and the place as stated.
        cells: What stands in the other columns.
        mark: How exact its position is: 'exact', 'near', 'area', or 'none'.
    """

    id: str
    title: str
    details: str
    cells: tuple[str, ...]
    mark: str


def position_rows(
    catalog: Catalog, positions: Positions, shown: Sequence[int], texts: Texts
) -> list[PlaceRow]:
    """Return rows with status, precision, accuracy and checks, for the positions at some places."""
    cells = [
        (
            texts(f"quality-status-{place.status}"),
            texts(f"quality-precision-{place.precision}") if place.point else "",
            texts.distance(place.accuracy_m) if place.point else "",
            checks_words(checks, texts) if place.point else "",
        )
        for place, checks in _places(positions, shown)
    ]
    return _rows(catalog, positions, shown, cells, texts)


def contradiction_rows(
    catalog: Catalog, positions: Positions, contradictions: pd.DataFrame, texts: Texts
) -> list[PlaceRow]:
    """Return rows with the check that failed, what is stated, and what was matched."""
    cells = [
        (check_words(check, texts), stated or texts("missing"), matched or texts("missing"))
        for check, stated, matched in contradictions[["check", "stated", "matched"]].itertuples(
            index=False, name=None
        )
    ]
    return _rows(catalog, positions, contradictions["position"].tolist(), cells, texts)


def unlocated_rows(
    catalog: Catalog, positions: Positions, shown: Sequence[int], texts: Texts
) -> list[PlaceRow]:
    """Return rows with the reason why the places have no position."""
    cells = [(reason_unlocated(place, texts),) for place, _ in _places(positions, shown)]
    return _rows(catalog, positions, shown, cells, texts)


def numbering_rows(
    catalog: Catalog, positions: Positions, shown: Sequence[int], texts: Texts
) -> list[PlaceRow]:
    """Return rows with the section and subsection of the practices of some places."""
    rows = positions.table["row"].iloc[list(shown)].to_numpy()
    sections = catalog.practices[["section", "subsection"]].take(rows)
    cells = [
        (" · ".join(filter(None, names)),) for names in sections.itertuples(index=False, name=None)
    ]
    return _rows(catalog, positions, shown, cells, texts)


def _places(positions: Positions, shown: Sequence[int]) -> list[tuple[Place, str]]:
    """Return some of the places, each with its checks."""
    table = positions.table.iloc[list(shown)]
    return list(zip(as_places(table), table["checks"].tolist(), strict=True))


def _rows(
    catalog: Catalog,
    positions: Positions,
    shown: Sequence[int],
    cells: Sequence[tuple[str, ...]],
    texts: Texts,
) -> list[PlaceRow]:
    """Return rows with these cells, for the positions at some places."""
    table = positions.table.iloc[list(shown)]
    titles = catalog.practices["title"].take(table["row"].to_numpy()).tolist()
    return [
        PlaceRow(
            id=place_id,
            title=title,
            details=" · ".join(
                filter(None, (texts("card-number", number=str(place.practice)), place.name))
            ),
            cells=row,
            mark=mark_of([place]),
        )
        for place_id, title, place, row in zip(
            place_ids(catalog, table), titles, as_places(table), cells, strict=True
        )
    ]


def checks_words(checks: str, texts: Texts) -> str:
    """Return what the checks of a position say: what contradicts it, or that nothing does."""
    outcomes = dict(part.split("=", 1) for part in checks.split(";") if part)
    failed = [check_words(name, texts) for name, outcome in outcomes.items() if outcome != "ok"]
    if failed:
        return ", ".join(failed)
    return texts("quality-checks-held") if outcomes else texts("quality-checks-none")


def check_words(name: str, texts: Texts) -> str:
    """Return what is wrong where a check failed."""
    if name in KNOWN_CHECKS:
        return texts(f"quality-check-{name}")
    return texts("quality-check-other", name=name)


def value_words(facet: QualityFacet, value: str, texts: Texts) -> str:
    """Return a value of a facet in words."""
    if facet is QualityFacet.CHECK:
        return check_words(value, texts)
    if facet is QualityFacet.STATUS:
        return texts(f"quality-status-{value}")
    return texts(f"quality-precision-{value}")


def missing_html(missing: Mapping[str, int], total: int, texts: Texts) -> str:
    """Return a table of the fields: for how many practices each is known, as bar and figure."""
    rows: list[dict[str, Any]] = [
        {
            "label": texts(FIELD[name].message),
            "known": texts.number(total - count),
            "missing": texts.number(count),
            "percent": round(100 * (total - count) / total),
        }
        for name, count in missing.items()
    ]
    return render("quality_fields.html", {"texts": texts, "rows": rows})
