"""Practices side by side: the fields of their cards as one table, a column a practice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed_population
from dashboard.locale import Texts
from dashboard.views.practice.card import Part, contact_links, metryka_rows
from dashboard.views.practice.relation import Relations, relation_words
from dashboard.views.precision import position_note
from dashboard.views.symbols import symbol_image, symbol_of
from dashboard.views.templating import render


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A row of the table.

    Attributes:
        heading: What is compared; '' where the page prints no label.
        is_printed: Whether the heading is the page's own, and so Polish.
        cells: For each practice the parts of its value; none where that is not known.
    """

    heading: str
    is_printed: bool
    cells: Sequence[Sequence[Part]]

    @property
    def differs(self) -> bool:
        """Whether the practices have not all the same value."""
        return len({tuple(cell) for cell in self.cells}) > 1


def compare_html(
    catalog: Catalog,
    rows: Sequence[int],
    texts: Texts,
    relations: Relations | None = None,
    *,
    only_differences: bool = False,
) -> str:
    """Return the practices at the given positions as an HTML table, in their order.

    Args:
        catalog: The practices.
        rows: The positions of some.
        texts: The language.
        relations: How they stand to the reader's own unit; None without one.
        only_differences: Whether rows in which all have the same value are left out.
    """
    compared = [
        row
        for row in _rows(catalog, rows, texts, relations)
        if any(row.cells) and (row.differs or not only_differences)
    ]
    practices = [catalog.practices.iloc[row] for row in rows]
    return render(
        "compare.html",
        {
            "texts": texts,
            "titles": [str(each["title"]) for each in practices],
            "images": [symbol_image(symbol_of(str(each["section"]))) for each in practices],
            "rows": compared,
            "is_marked": len(rows) > 1,
        },
    )


def _rows(
    catalog: Catalog, rows: Sequence[int], texts: Texts, relations: Relations | None
) -> Iterator[CompareRow]:
    """Yield theme, position, relation to the own unit, the card's fields, contacts and summary."""
    practices = [catalog.practices.iloc[row] for row in rows]
    themes = [" · ".join(filter(None, (each["section"], each["subsection"]))) for each in practices]
    yield _row(texts("filter-dzial"), [[theme] for theme in themes])
    yield _row(
        texts("card-position"),
        [
            [f"{place.name} · {position_note(place, texts)}" for place in catalog.places_of(row)]
            for row in rows
        ],
    )
    if relations is not None:
        words = [relation_words(catalog, relations, row, texts) for row in rows]
        yield _row(texts("compare-relation"), [[each] for each in words])
    cards = [
        {
            (field.heading, field.is_printed): field.parts
            for field in metryka_rows(practice, texts, completed_population(catalog, row))
        }
        for row, practice in zip(rows, practices, strict=True)
    ]
    for heading in dict.fromkeys(heading for card in cards for heading in card):
        yield CompareRow(*heading, [card.get(heading, ()) for card in cards])
    contacts = [tuple(contact_links(practice, texts)) for practice in practices]
    yield CompareRow(texts("compare-contacts"), is_printed=False, cells=contacts)
    summaries = [str(each["summary"]).split("\n\n")[0] for each in practices]
    yield _row(texts("shortlist-summary"), [[each] for each in summaries])


def _row(heading: str, cells: Sequence[Sequence[str]]) -> CompareRow:
    """Give a row of plain texts; empty ones are not known."""
    parts = [tuple(Part(text) for text in cell if text) for cell in cells]
    return CompareRow(heading, is_printed=False, cells=parts)
