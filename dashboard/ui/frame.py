"""What every page with filters begins with: language, practices, filters, heading."""

from dataclasses import dataclass

from dashboard.explore.catalog import Catalog
from dashboard.explore.filters import Selection, select
from dashboard.locale import Texts, texts_in
from dashboard.ui import data, shell, sidebar, state


@dataclass(frozen=True, slots=True)
class Frame:
    """What a page shows its views of.

    Attributes:
        texts: The messages in the visit's language.
        catalog: All practices.
        selection: What the filters leave of them.
    """

    texts: Texts
    catalog: Catalog
    selection: Selection


def open_page() -> Frame:
    """Draw the filters and the heading of a page, and tell what is to be shown under them.

    Raises:
        DashboardError: The practices cannot be read.
        GeocodingError: The gazetteer cannot be read.
    """
    texts = texts_in(state.language())
    catalog = data.catalog()
    state.follow_address(catalog)
    selection = select(catalog, state.filters())
    sidebar.draw_filters(catalog, selection, texts)
    shell.draw_heading(catalog, selection, texts)
    return Frame(texts=texts, catalog=catalog, selection=selection)
