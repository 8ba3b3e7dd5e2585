"""Pages of the practice database and catalogues of practices, made to order."""

import math
from collections.abc import Callable, Iterator, Sequence
from html import escape

import pandas as pd
import pytest

from dashboard.explore.catalog.catalog import Catalog, build_catalog
from dashboard.practices.reading.in_worker import new_worker
from dashboard.practices.schema import COLUMNS
from dashboard.practices.worker import Worker

MENU = ("Strona główna", "Usługi społeczne", "» Kultura", "SMUP", "Mapa Praktyk")
COUNTER = ("", "1.549.826", "gości odwiedziło nas", "od 1 kwietnia 2008 r.", "")
THREE_TABS = ".: \xa0 Skrót i Metryka -> Pełna prezentacja -> Załączniki \xa0 :."
FUNDER = ("", "Wsparcie udzielone", "przez Norwegię", "Związek", "Miast Polskich")


@pytest.fixture(scope="session")
def worker() -> Iterator[Worker]:
    """A process that reads what may be made to do harm; it starts with its first call."""
    with new_worker() as ready:
        yield ready


@pytest.fixture
def make_page() -> Callable[..., str]:
    """A function that makes a page as plain text, laid out as the database does it."""

    def make(  # noqa: PLR0913  any part of a page may be another
        *,
        banner: Sequence[str] = (),
        above_heading: Sequence[str] = (),
        heading: str = "\xa0Usługi społeczne : Kultura",
        title: str = "Biblioteka w każdej wsi",
        tabs: str = THREE_TABS,
        summary: Sequence[str] = ("Pierwszy akapit.", "", "Drugi akapit."),
        fields: Sequence[str] = ("Miejscowość:\xa0\xa0Bochnia",),
    ) -> str:
        card = ("Metryka praktyki", *fields)
        head = (*banner, *MENU, *COUNTER, *above_heading, heading, title, "", tabs, "")
        return "\n".join((*head, *summary, "", *card, "", tabs, *FUNDER))

    return make


@pytest.fixture
def make_html(make_page: Callable[..., str]) -> Callable[..., str]:
    """A function that makes the same page as HTML that a browser saved."""

    def make(*, head: str = "", page: str | None = None) -> str:
        lines = (make_page() if page is None else page).split("\n")
        shown = "<br>\n".join(escape(line).replace("\xa0", "&nbsp;") for line in lines)
        return (
            "<!DOCTYPE html>\n<html>\n<head>\n<title>Baza Dobrych Praktyk</title>\n"
            f"{head}\n</head>\n<body>\n<script>var x = 'Metryka praktyki';</script>\n"
            f"<div>{shown}</div>\n</body>\n</html>\n"
        )

    return make


@pytest.fixture
def make_catalog() -> Callable[[list[dict[str, object]], list[dict[str, object]]], Catalog]:
    """A function that makes a catalogue of the given cells; the others are unknown.

    A place is located at 50 N 20 E, by its locality, unless it says otherwise; a practice or
    place names only what a test is about.
    """

    def make(practices: list[dict[str, object]], places: list[dict[str, object]]) -> Catalog:
        table = pd.DataFrame([dict.fromkeys(COLUMNS, "") | row for row in practices])
        for name in ("introduced", "updated"):
            table[name] = pd.to_datetime(table[name].replace("", None))
        table["population"] = table["population"].replace("", None).astype("Int64")
        table["art"] = table["art"].astype("int64")
        return build_catalog(table, pd.DataFrame([_place(**place) for place in places]))

    return make


def _place(  # noqa: PLR0913  a place has that many sides
    *,
    art: int,
    place: str,
    commune: str = "",
    county: str = "",
    voivodeship: str = "",
    status: str = "ok",
    precision: str = "locality",
    point: tuple[float, float] | None = (50.0, 20.0),
    accuracy_m: float = 1800.0,
    place_no: int = 0,
    checks: str = "",
    decided_by: str = "locality",
) -> dict[str, object]:
    located = point if status in ("ok", "ambiguous", "manual") else None
    return {
        "art": art,
        "place_no": place_no,
        "place": place,
        "lat": located[0] if located else math.nan,
        "lon": located[1] if located else math.nan,
        "status": status,
        "precision": precision if located else "",
        "accuracy_m": accuracy_m if located else math.nan,
        "matched_label": place,
        "matched_postal_code": "",
        "checks": checks,
        "decided_by": decided_by,
        "matched_commune": commune,
        "matched_county": county,
        "matched_voivodeship": voivodeship,
    }
