"""What a deck says of itself on every slide: the filters in a line, source, day."""

from typing import Final

from dashboard.export.request import Order
from dashboard.views.sources import sources


def filters_line(order: Order) -> str:
    """'Filtry: Województwo: małopolskie; Szukaj: muzeum', or that there are none."""
    texts = order.texts
    said = "; ".join(f"{name}: {value}" for name, value in order.provenance.filters)
    return f"{texts('export-filters')}: {said or texts('export-no-filter')}"


def footer(order: Order) -> str:
    """Program, data and whose they are; that they are made up, where they are."""
    texts, about = order.texts, order.provenance
    publisher = texts("dataset-demo") if about.has_examples else _publisher()
    said = (texts("app-name"), about.dataset, publisher)
    return " · ".join(dict.fromkeys(filter(None, said)))


def day(order: Order) -> str:
    """The day on which the deck was made."""
    return order.texts.date(order.provenance.made_at.date())


def _publisher() -> str:
    """Who publishes the practices."""
    paths: Final = "practices"
    return next(
        source.attribution
        for source in sources()
        if any(file.path.startswith(paths) for file in source.files)
    )
