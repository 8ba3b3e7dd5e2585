"""Pages of the practice database, made to order."""

from collections.abc import Callable, Sequence
from html import escape

import pytest

MENU = ("Strona główna", "Usługi społeczne", "» Kultura", "SMUP", "Mapa Praktyk")
COUNTER = ("", "1.549.826", "gości odwiedziło nas", "od 1 kwietnia 2008 r.", "")
THREE_TABS = ".: \xa0 Skrót i Metryka -> Pełna prezentacja -> Załączniki \xa0 :."
FUNDER = ("", "Wsparcie udzielone", "przez Norwegię", "Związek", "Miast Polskich")


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
