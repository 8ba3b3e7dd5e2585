"""What is new on the map: a line above the list, and the feed of what the filters show."""

import datetime as dt
from dataclasses import replace
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.explore.news import DAYS, count_since
from dashboard.ui.frame.frame import Frame
from dashboard.ui.visit import address, state
from dashboard.url import FEED_PATH, Dataset


def draw_news(frame: Frame) -> None:
    """Say how many practices are new and changed since the day of the filter, or offer a day."""
    since = state.filters().since
    if since is None:
        _offer(frame)
        return
    texts = frame.texts
    added, changed = count_since(frame.catalog, frame.selection.mask, since)
    words = texts("news-line", day=texts.date(since), added=added, changed=changed)
    link = ""
    if frame.snapshot.dataset is Dataset.TABLE:
        target = escape(f"{address.root()}{FEED_PATH}?{urlencode(address.query(), doseq=True)}")
        title = escape(texts("news-feed-help"))
        link = f' · <a href="{target}" title="{title}">{escape(texts("news-feed"))}</a>'
    st.html(f'<p class="mp-news">{escape(words)}{link}</p>')


def _offer(frame: Frame) -> None:
    """Offer to show what is new since some weeks; nothing where there is nothing."""
    day = dt.datetime.now().astimezone().date() - dt.timedelta(days=DAYS)
    count = sum(count_since(frame.catalog, frame.selection.mask, day))
    if count:
        texts = frame.texts
        st.button(
            texts("news-offer", day=texts.date(day), count=count),
            key="news-offer",
            icon=":material/new_releases:",
            type="tertiary",
            on_click=_show_since,
            args=(day,),
        )


def _show_since(day: dt.date) -> None:
    """Show what is new or changed since a day."""
    state.choose(replace(state.filters(), since=day))
