"""What is new among practices: as an Atom feed (RFC 4287), or as a short HTML page for a letter.

Neither names a contact person: an entry has the title, the theme, the unit's type and locality, and
of a changed practice the names of the fields that changed and are public.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from lxml import etree

from dashboard import url
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.filters.filters import Filters, matches
from dashboard.explore.news import DAYS, News, news_since
from dashboard.locale import Texts
from dashboard.practices.edits import Edit
from dashboard.practices.fields import FIELD
from dashboard.practices.versions import shown_fields
from dashboard.store import PracticeStore
from dashboard.views.templating import render

MAX_ENTRIES: Final = 500
"""Entries of a feed; the others are named by their number."""
_ATOM: Final = "http://www.w3.org/2005/Atom"
_NOT_IN_XML: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
"""Characters that XML cannot hold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A practice in the news.

    Attributes:
        headline: What happened to it, with its title.
        about: Its theme, and where it is, in words.
        day: When it happened.
        url: Where it can be read.
    """

    headline: str
    about: str
    day: dt.date
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The news that an address asks for.

    Attributes:
        title: Since when, and how many are new and changed.
        url: The address; also what identifies the feed.
        since: The first day that counts.
        made_at: When it was made, with its time zone.
        entries: The latest first, MAX_ENTRIES at most.
        left_out: How many further ones there are.
    """

    title: str
    url: str
    since: dt.date
    made_at: dt.datetime
    entries: Sequence[Entry]
    left_out: int


def make_feed(  # noqa: PLR0913  one parameter a part
    store: PracticeStore,
    catalog: Catalog,
    filters: Filters,
    link: str,
    texts: Texts,
    *,
    made_at: dt.datetime,
) -> Feed:
    """Return the news of the practices that pass some filters.

    Args:
        store: Where the practices are; its history says which fields changed.
        catalog: Its practices.
        filters: Those of the link; without a day in them, the news are those of DAYS days.
        link: The address that shows the practices.
        texts: The language.
        made_at: Now, with a time zone.

    Raises:
        StoreError: The history cannot be read.
    """
    since = filters.since or made_at.date() - dt.timedelta(days=DAYS)
    found = news_since(catalog, matches(catalog, filters), since)
    shown, left_out = found[:MAX_ENTRIES], max(0, len(found) - MAX_ENTRIES)
    fields = _changed_fields(store, since)
    page = link.partition("?")[0]
    count = sum(news.is_new for news in found)
    return Feed(
        title=texts("news-title", day=texts.date(since), added=count, changed=len(found) - count),
        url=link,
        since=since,
        made_at=made_at,
        entries=tuple(_entries(catalog, shown, fields, page, texts)),
        left_out=left_out,
    )


def atom(feed: Feed, texts: Texts) -> bytes:
    """Return the feed as Atom."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", texts.language)
    at = _moment(feed.entries[0].day) if feed.entries else feed.made_at
    _facts(root, title=feed.title, address=feed.url, key=feed.url, at=at)
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    etree.SubElement(author, f"{{{_ATOM}}}name").text = texts("app-name")
    if feed.left_out:
        subtitle = etree.SubElement(root, f"{{{_ATOM}}}subtitle")
        subtitle.text = texts("news-left-out", count=feed.left_out)
    for each in feed.entries:
        entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
        key = f"{each.url}#{each.day.isoformat()}"
        _facts(entry, title=each.headline, address=each.url, key=key, at=_moment(each.day))
        etree.SubElement(entry, f"{{{_ATOM}}}summary").text = _clean(each.about)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def letter(feed: Feed, texts: Texts) -> bytes:
    """Return the feed as a short HTML page, for a letter."""
    return render("news.html", {"feed": feed, "texts": texts}).encode()


def _entries(
    catalog: Catalog,
    found: Sequence[News],
    fields: dict[int, tuple[str, ...]],
    page: str,
    texts: Texts,
) -> Iterator[Entry]:
    """Yield the entry of each practice."""
    for news in found:
        practice = catalog.practices.iloc[news.row]
        number, title = int(practice["art"]), str(practice["title"])
        names = ", ".join(texts(FIELD[name].message) for name in fields.get(number, ()))
        if news.is_new:
            headline = texts("news-added", title=title)
        elif names:
            headline = texts("news-changed-fields", title=title, fields=names)
        else:
            headline = texts("news-changed", title=title)
        about = (practice[name] for name in ("section", "subsection", "unit_type", "locality"))
        yield Entry(
            headline=headline,
            about=" · ".join(str(each) for each in about if each),
            day=news.day,
            url=f"{page}?{urlencode({url.PRACTICE.name: number})}",
        )


def _changed_fields(store: PracticeStore, since: dt.date) -> dict[int, tuple[str, ...]]:
    """Return which fields of each practice changed since a day; not those that name persons."""
    midnight = dt.datetime.combine(since, dt.time()).astimezone()
    found: dict[int, dict[str, None]] = {}
    for edit in store.practice_edits(since=midnight):
        if _is_change(edit):
            found.setdefault(int(edit.place), {}).update(dict.fromkeys(shown_fields(edit)))
    return {number: tuple(names) for number, names in found.items()}


def _is_change(edit: Edit) -> bool:
    """Say whether an edit changed a practice that there was, and that there is."""
    return edit.before is not None and edit.after is not None


def _moment(day: dt.date) -> dt.datetime:
    """Return the beginning of a day in this machine's time zone, as feeds want a moment."""
    return dt.datetime.combine(day, dt.time()).astimezone()


def _facts(parent: etree._Element, *, title: str, address: str, key: str, at: dt.datetime) -> None:
    """Add what Atom asks of a feed and of each entry."""
    etree.SubElement(parent, f"{{{_ATOM}}}title").text = _clean(title)
    etree.SubElement(parent, f"{{{_ATOM}}}id").text = _clean(key)
    etree.SubElement(parent, f"{{{_ATOM}}}updated").text = at.isoformat(timespec="seconds")
    etree.SubElement(parent, f"{{{_ATOM}}}link", href=_clean(address))


def _clean(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return text.translate(_NOT_IN_XML).encode("utf-8", "ignore").decode()
