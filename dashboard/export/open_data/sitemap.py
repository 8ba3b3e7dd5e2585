"""Sitemaps: the addresses of all pages and practices, for search engines."""

from collections.abc import Iterator
from typing import Final

import numpy as np
from lxml import etree

from dashboard.explore.catalog.catalog import Catalog
from dashboard.url import Page

MOST_ADDRESSES: Final = 50_000
"""Of one sitemap; of more than one an index tells."""
_SITEMAPS: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(catalog: Catalog, root: str, part: int | None, most: int = MOST_ADDRESSES) -> bytes:
    """Return a sitemap; the index of its parts where one cannot hold all addresses.

    Args:
        catalog: The practices.
        root: Address of the map, with a slash at its end.
        part: Which part, from 1; None for the whole.
        most: How many addresses a sitemap holds.

    Raises:
        IndexError: There is no such part.
    """
    count = len(Page) + len(catalog)
    parts = -(-count // most)
    if part is None and parts > 1:
        index = etree.Element(f"{{{_SITEMAPS}}}sitemapindex", nsmap={None: _SITEMAPS})
        for number in range(1, parts + 1):
            _add(index, "sitemap", f"{root}sitemap-{number}.xml", "")
        return _written(index)
    if part is not None and not 1 <= part <= parts:
        raise IndexError(part)
    start = ((part or 1) - 1) * most
    urls = etree.Element(f"{{{_SITEMAPS}}}urlset", nsmap={None: _SITEMAPS})
    for number, (address, day) in enumerate(_addresses(catalog, root)):
        if start <= number < start + most:
            _add(urls, "url", address, day)
    return _written(urls)


def _addresses(catalog: Catalog, root: str) -> Iterator[tuple[str, str]]:
    """Yield each address, with the day of its last change where that is known."""
    yield from ((f"{root}{page.value}", "") for page in Page)
    dates = catalog.dates
    days = np.where(np.isnat(dates.changed), dates.added, dates.changed).astype("datetime64[D]")
    numbers = catalog.practices["art"].tolist()
    for number, day in zip(numbers, days.astype(str).tolist(), strict=True):
        yield f"{root}praktyka/{number}", "" if day == "NaT" else day


def _add(parent: etree._Element, name: str, address: str, day: str) -> None:
    """Add an address to a sitemap or an index."""
    entry = etree.SubElement(parent, f"{{{_SITEMAPS}}}{name}")
    etree.SubElement(entry, f"{{{_SITEMAPS}}}loc").text = address
    if day:
        etree.SubElement(entry, f"{{{_SITEMAPS}}}lastmod").text = day


def _written(root: etree._Element) -> bytes:
    """Return a document as bytes."""
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True))
