"""The list of practices beside the map: one entry each, also for those that are not on it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.explore.catalog.catalog import Catalog, Place
from dashboard.explore.catalog.facets import Rows
from dashboard.explore.news import news_since
from dashboard.locale import Texts
from dashboard.views.found_words import Parts, extract, found_parts
from dashboard.views.practice.relation import Relations, relation_words
from dashboard.views.precision import mark_of, reason_unlocated
from dashboard.views.symbols import symbol_of


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list; every text is plain.

    Attributes:
        number: Number of the practice.
        title: Its title.
        theme: Section and subsection.
        place: Where it is, as stated; empty where that is not known.
        reason: Why it is not on the map; empty where it is.
        relation: Its distance and likeness to the reader's own unit; empty without one.
        colour: Colour of the section's mark.
        path: SVG path of the section's mark.
        mark: How exact its position is: 'exact', 'near', 'area', or 'none'.
        news: Whether it is new or changed, and since when; empty where nobody asks for news.
        title_parts: Its title, cut at the words that were searched; empty where it has none.
        extract: Where its summary has such words, where the title has none; empty otherwise.
    """

    number: int
    title: str
    theme: str
    place: str
    reason: str
    relation: str
    colour: str
    path: str
    mark: str
    news: str = ""
    title_parts: Parts = ()
    extract: Parts = ()


def entries(  # noqa: PLR0913  one parameter a part
    catalog: Catalog,
    rows: Sequence[int] | Rows,
    texts: Texts,
    relations: Relations | None = None,
    found: frozenset[str] = frozenset(),
    *,
    since: dt.date | None = None,
) -> list[Entry]:
    """Return the entries of the practices at the given positions, in their order.

    Args:
        catalog: The practices.
        rows: Their positions.
        texts: The language.
        relations: How they stand to the reader's own unit; None without one.
        found: The folded words that a search found; they are marked.
        since: The day since which what is new or changed is marked; None for no mark.
    """
    at = np.asarray(rows, np.int64)
    news = _news_words(catalog, at, since, texts) if since else {}
    columns = (
        catalog.practices[name] for name in ("art", "title", "section", "subsection", "summary")
    )
    practices = zip(*(column.take(at).tolist() for column in columns), strict=True)
    return [
        Entry(
            number=number,
            title=title,
            theme=" · ".join(filter(None, (section, subsection))),
            place=", ".join(place.name for place in places if place.name),
            reason=_reason(places, texts),
            relation=relation_words(catalog, relations, row, texts) if relations else "",
            colour=symbol_of(section).colour,
            path=symbol_of(section).path,
            mark=mark_of(places),
            news=news.get(row, ""),
            title_parts=(parts := found_parts(title, found)),
            extract=() if parts else extract(summary, found),
        )
        for row, (number, title, section, subsection, summary), places in zip(
            rows, practices, catalog.places_at(rows), strict=True
        )
    ]


def _news_words(catalog: Catalog, rows: Rows, since: dt.date, texts: Texts) -> dict[int, str]:
    """Return by position of each practice that is new or changed since a day: which, and when."""
    shown = np.zeros(len(catalog), dtype=bool)
    shown[rows] = True
    return {
        news.row: texts(
            "news-entry-added" if news.is_new else "news-entry-changed", day=texts.date(news.day)
        )
        for news in news_since(catalog, shown, since)
    }


def _reason(places: Sequence[Place], texts: Texts) -> str:
    """Return why places of a practice are not on the map, named where it has several."""
    missing = [place for place in places if place.point is None]
    if len(places) == 1:
        return "".join(reason_unlocated(place, texts) for place in missing)
    return "; ".join(f"{place.name}: {reason_unlocated(place, texts)}" for place in missing)
