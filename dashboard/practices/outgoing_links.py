"""The web addresses to which the practices of a table lead, as the record cards link them."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urldefrag

import pandas as pd

from dashboard.practices.attachments import attachments_from_lines
from dashboard.practices.links import practice_link, website_link


@dataclass(frozen=True, slots=True)
class OutgoingLink:
    """One address, and the practices whose record cards link it.

    Attributes:
        address: The web address, without a fragment ('#...').
        articles: Numbers of the practices, ascending.
        columns: The columns of the table that hold it: 'url', 'website', 'attachments'.
    """

    address: str
    articles: tuple[int, ...]
    columns: tuple[str, ...]


def outgoing_links(practices: pd.DataFrame) -> list[OutgoingLink]:
    """Return the addresses in a table of practices, each once, in the order of the table."""
    found: dict[str, tuple[dict[int, None], dict[str, None]]] = {}
    cells = practices[["art", "url", "website", "attachments"]].astype(str)
    for art, url, website, attachments in cells.itertuples(index=False):
        for column, address in _links(url, website, attachments):
            if plain := urldefrag(address).url:
                articles, columns = found.setdefault(plain, ({}, {}))
                articles[int(art)] = None
                columns[column] = None
    return [
        OutgoingLink(address, tuple(sorted(articles)), tuple(columns))
        for address, (articles, columns) in found.items()
    ]


def _links(url: str, website: str, attachments: str) -> Iterator[tuple[str, str]]:
    """Yield column and address of each link of one practice; empty where a cell has none."""
    yield "url", practice_link(url)
    yield "website", website_link(website)
    for each in attachments_from_lines(attachments):
        yield "attachments", website_link(each.url)
