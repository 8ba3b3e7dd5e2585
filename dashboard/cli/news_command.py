"""`mapa-praktyk news`: what is new and changed since a day, as an Atom feed or a letter."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from dashboard import url
from dashboard.cli import options
from dashboard.cli.language import Command
from dashboard.errors import SettingsError
from dashboard.locale import message, texts_in
from dashboard.url import Dataset
from geocoding.locale import os_reason

_Since = Annotated[
    dt.datetime | None,
    typer.Option(formats=["%Y-%m-%d"], metavar="metavar-day", help="help-news-since"),
]
_Link = Annotated[str, typer.Option(metavar="metavar-address", help="help-news-link")]
_Letter = Annotated[bool, typer.Option("--letter", help="help-news-letter")]
_Language = Annotated[
    str | None, typer.Option(metavar="pl|en", show_default="pl", help="help-news-language")
]
_Outputs = Annotated[
    list[Path] | None, typer.Option("--output", metavar="metavar-path", help="help-news-output")
]
_FEED: Final = (".atom", ".xml")
_LETTER: Final = (".html", ".htm")


app: Final = typer.Typer(rich_markup_mode=None)


@app.command("news", cls=Command, help="help-news")
def write_news(  # noqa: PLR0913  one parameter an option
    *,
    link: _Link,
    since: _Since = None,
    letter: _Letter = False,
    language: _Language = None,
    data: options.Data = None,
    output: _Outputs = None,
) -> None:
    """Write the news of the practices that an address shows.

    Raises:
        SettingsError: An option is at fault, or a file cannot be written.
        DashboardError: The store cannot be read.
    """
    from dashboard.cli.export_options import read_address_bar  # noqa: PLC0415  seconds of imports
    from dashboard.cli.exporting import catalog_of, geocoder, language_of  # noqa: PLC0415
    from dashboard.export import news_feed  # noqa: PLC0415
    from dashboard.export.linked_filters import linked_filters  # noqa: PLC0415
    from dashboard.store import open_store  # noqa: PLC0415

    files = output or []
    for file in files:
        if file.suffix.lower() not in (*_FEED, *_LETTER):
            raise SettingsError(message("news-no-kind", file=str(file)))
    address = read_address_bar(link)
    dataset = address.last(url.DATASET) or Dataset.TABLE
    if dataset != Dataset.TABLE:
        raise SettingsError(message("news-only-table", dataset=dataset))
    texts = texts_in(language_of(language, address))
    store = open_store(data)
    catalog = catalog_of(store)
    filters = linked_filters(address.query, catalog, geocoder)
    if since is not None:
        filters = replace(filters, since=since.date())
    now = dt.datetime.now().astimezone()
    feed = news_feed.make_feed(store, catalog, filters, link.strip(), texts, made_at=now)
    count = len(feed.entries) + feed.left_out
    for file in files:
        is_letter = file.suffix.lower() in _LETTER
        _write(file, (news_feed.letter if is_letter else news_feed.atom)(feed, texts))
        typer.echo(message("news-written", file=str(file), count=count))
    if not files:
        typer.echo((news_feed.letter if letter else news_feed.atom)(feed, texts).decode(), nl=False)


def _write(file: Path, content: bytes) -> None:
    """Write the file in one step, in place of the one of last time.

    Raises:
        SettingsError: It cannot be written.
    """
    from geocoding.files.atomic_write import replace_file  # noqa: PLC0415

    try:
        replace_file(file, content)
    except OSError as error:
        words = message("export-not-written", target=str(file), reason=os_reason(error), helps="")
        raise SettingsError(words) from error
