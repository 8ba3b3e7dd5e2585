"""Pages as they were imported, so that a later version can read them again."""

import datetime as dt
import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from dashboard.store.tables import PAGES, PRACTICES


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page of a practice.

    Attributes:
        number: Of the practice.
        name: Of the file that it was read from.
        packed: Its bytes, packed by zlib.
    """

    number: int
    name: str
    packed: bytes

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return zlib.decompress(self.packed)


def write_pages(connection: Connection, pages: Sequence[RawPage]) -> bool:
    """Add pages, but those that the store has; says whether there were new ones."""
    if not pages:
        return False
    stored = set(connection.execute(select(PAGES.c.art, PAGES.c.sha256)))
    numbers = set(connection.scalars(select(PRACTICES.c.art)))
    now = dt.datetime.now(dt.UTC)
    rows = {
        (page.number, digest): {
            "art": page.number,
            "sha256": digest,
            "name": page.name,
            "imported_at": now,
            "content": page.packed,
        }
        for page in pages
        if (page.number, digest := hashlib.sha256(page.content).hexdigest()) not in stored
        and page.number in numbers
    }
    if rows:
        connection.execute(insert(PAGES), list(rows.values()))
    return bool(rows)


def read_pages(connection: Connection, number: int) -> list[RawPage]:
    """Give the pages of a practice, the oldest first."""
    query = select(PAGES.c.name, PAGES.c.content).where(PAGES.c.art == number)
    rows = connection.execute(query.order_by(PAGES.c.imported_at))
    return [RawPage(number, name, packed) for name, packed in rows]
