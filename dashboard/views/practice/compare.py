"""Practices side by side: the fields of their cards as one table, a column a practice."""

from collections.abc import Sequence

from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.catalog.completion import completed_population
from dashboard.locale import Texts
from dashboard.views.practice.card import metryka_rows
from dashboard.views.practice.relation import Relations, relation_words
from dashboard.views.precision import position_note
from dashboard.views.symbols import symbol_image, symbol_of
from dashboard.views.templating import render


def compare_html(
    catalog: Catalog, rows: Sequence[int], texts: Texts, relations: Relations | None = None
) -> str:
    """Return the practices at the given positions as an HTML table, in their order.

    Args:
        catalog: All practices.
        rows: Positions of those that are compared.
        texts: The language.
        relations: How they stand to the reader's own unit; None without one.
    """
    practices = [catalog.practices.iloc[row] for row in rows]
    cards = [
        {
            (field.heading, field.is_printed): field.parts
            for field in metryka_rows(practice, texts, completed_population(catalog, row))
        }
        for row, practice in zip(rows, practices, strict=True)
    ]
    headings = list(dict.fromkeys(heading for card in cards for heading in card))
    fields = {heading: [card.get(heading, ()) for card in cards] for heading in headings}
    places = [
        [f"{place.name} · {position_note(place, texts)}" for place in catalog.places_of(row)]
        for row in rows
    ]
    return render(
        "compare.html",
        {
            "texts": texts,
            "titles": [str(each["title"]) for each in practices],
            "images": [symbol_image(symbol_of(str(each["section"]))) for each in practices],
            "themes": [
                " · ".join(filter(None, (each["section"], each["subsection"])))
                for each in practices
            ],
            "summaries": [str(each["summary"]).split("\n\n")[0] for each in practices],
            "places": places,
            "relations": [relation_words(catalog, relations, row, texts) for row in rows]
            if relations
            else [],
            "fields": [(*heading, values) for heading, values in fields.items() if any(values)],
        },
    )
