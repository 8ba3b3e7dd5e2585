"""`mapa-praktyk export`: the practices of a table, or some of them, as a file like the page's."""

import datetime as dt
import os
import sqlite3
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from tqdm import tqdm

from dashboard import url
from dashboard.cli.coverage_options import ask_beside, ask_question
from dashboard.cli.export_options import (
    AreaOptions,
    BesideOptions,
    PageLink,
    QuestionOptions,
    around_home,
    bound,
    choose,
    read_address_bar,
)
from dashboard.cli.figure_links import figure_sources, in_figure_range
from dashboard.cli.naming import named
from dashboard.errors import SettingsError
from dashboard.explore.catalog.catalog import Catalog, build_catalog
from dashboard.explore.catalog.completion import with_stated_population
from dashboard.explore.catalog.prepared import prepare
from dashboard.explore.filters.filters import matches
from dashboard.explore.filters.home import HomeUnit
from dashboard.explore.link.links import View
from dashboard.export import ExportContext, ExportRequest, request_chosen, request_filtered
from dashboard.export.linked_filters import find_unit, read_view
from dashboard.export.provenance import table_words
from dashboard.export.registry import FORMATS, Format, file_name, format_named
from dashboard.locale import LANGUAGES, Language, Texts, message, texts_in
from dashboard.practices import locate
from dashboard.practices.demo import DEMO_ROWS, DEMO_SEED, make_demo
from dashboard.practices.disk_cache import DiskCache, cache_folder
from dashboard.store import PracticeStore, open_store
from dashboard.url import Dataset
from geocoding import GazetteerGeocoder
from geocoding.files.atomic_write import means_no_room, replace_file

__all__ = [
    "AreaOptions",
    "BesideOptions",
    "ExportOptions",
    "Exported",
    "QuestionOptions",
    "Target",
    "catalog_of",
    "export",
    "geocoder",
    "language_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a file goes.

    Attributes:
        path: The file, or a folder to put it in.
        is_forced: Whether a file that is there is replaced.
    """

    path: Path
    is_forced: bool

    def require_writable(self, path: Path) -> None:
        """Say so before any work where a file cannot be written, or would be replaced.

        Raises:
            SettingsError: There is no such folder, no permission, or a file already.
        """
        try:
            folder = path if path.is_dir() else path.resolve().parent
            is_there = path.is_file()
            if not folder.is_dir():
                raise _not_writable(path, message("no-folder"))
        except PermissionError as error:
            raise _not_writable(path, message("no-permission")) from error
        if not os.access(folder, os.W_OK):
            raise _not_writable(path, message("no-permission"))
        if is_there and not self.is_forced:
            raise SettingsError(message("export-file-exists", path=str(path)))


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the command was given.

    Attributes:
        area: The other options that filter.
        question: The options on coverage.
        beside: The options on a second map of it.
        target: Where the file goes.
        kind: Name of the format; None where it follows from the file's ending or the practice.
        link: The address copied from a page.
        chosen: By the name of a facet's parameter, its values as the user wrote them; None where
            there are none.
        practice: Number of the one practice that is wanted; None for all that pass.
        is_stated_alone: Whether populations are those of the record cards alone.
        has_contacts: Whether persons, telephone numbers and e-mail addresses are wanted.
        has_full_texts: Whether full presentations and attachments are wanted on record cards.
        language: The file's language; None for the address's, else Polish.
        table: The practices table, for `open_store`; None for the one that the dashboard shows.
        has_practice_slides: Whether slides of practices are wanted in a deck.
    """

    area: AreaOptions
    question: QuestionOptions
    beside: BesideOptions
    target: Target
    kind: str | None
    link: str | None
    chosen: Mapping[str, Sequence[str] | None]
    practice: int | None
    is_stated_alone: bool
    has_contacts: bool
    has_full_texts: bool
    language: str | None
    table: str | None
    has_practice_slides: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export reports to its user.

    Attributes:
        path: The file; None where no practice passes the filters.
        shown: How many practices are in it.
        total: How many the table has.
        filters: (name, value) of each filter in use, in the file's language.
    """

    path: Path | None
    shown: int
    total: int
    filters: tuple[tuple[str, str], ...]


def export(options: ExportOptions) -> Exported:
    """Make the file and write it in one step; nothing is written where no practice passes.

    Raises:
        SettingsError: An option is at fault, or the file cannot be written.
        ExportError: The file cannot be made of so many practices.
        DashboardError: The table cannot be read or breaks its schema.
        GeocodingError: The gazetteer or the corrections cannot be read.
    """
    address = read_address_bar(options.link)
    kind = _kind(options)
    options.target.require_writable(options.target.path)
    request = _order(options, address, kind)
    about = request.provenance
    if not np.any(request.mask):
        return Exported(None, 0, about.total, about.filters)
    path = options.target.path
    if path.is_dir():
        path = path / file_name(kind, request)
        options.target.require_writable(path)
    try:
        content = _make(kind, request)
        options.target.require_writable(path)
        replace_file(path, content)
    except (OSError, sqlite3.Error) as error:  # a GeoPackage grows in a database of its own
        is_full = isinstance(error, OSError) and means_no_room(error)
        reason = getattr(error, "strerror", None) or str(error)
        raise _not_writable(path, reason, message("make-room") if is_full else "") from error
    return Exported(path, about.shown, about.total, about.filters)


def _make(kind: Format, request: ExportRequest) -> bytes:
    """Return the file, with a progress bar on the terminal."""
    with tqdm(total=0, desc=kind.name, leave=False, file=sys.stderr, disable=None) as bar:

        def report(done: int, of: int) -> None:
            bar.total = of
            bar.update(done - bar.n)

        return kind.write(request, report)


def _order(options: ExportOptions, address: PageLink, kind: Format) -> ExportRequest:
    """Return what the file is to hold."""
    texts = texts_in(language_of(options.language, address))
    catalog, dataset = _catalog(options, address, texts)
    if options.is_stated_alone or url.is_on(address.query, url.STATED_ALONE):
        catalog = with_stated_population(catalog)
    view = read_view(address.query, catalog)
    filters = bound(choose(view.filters, options.chosen, catalog), options.area)
    filters = around_home(filters, view.home, options.area, geocoder)
    filters = in_figure_range(filters, view.figure, options.area.figure_range)
    sources = figure_sources(texts)
    question = ask_question(address, options.question, filters, sources)
    context = ExportContext(
        question=question,
        dataset=dataset,
        has_contacts=options.has_contacts,
        has_full_texts=options.has_full_texts,
        made_at=dt.datetime.now().astimezone(),
        texts=texts,
        sources=sources,
        beside=ask_beside(address, options.beside, question, sources),
        has_practice_slides=options.has_practice_slides,
        shortlist=view.shortlist,
        home=_own_unit(options, view) if kind.compares_home else None,
    )
    if options.practice is not None:
        row = _row(catalog, options.practice)
        return request_chosen(catalog, [row], texts("export-practice"), context)
    if address.is_shortlist:
        rows = [_row(catalog, number) for number in view.shortlist]
        return request_chosen(catalog, rows, texts("page-shortlist"), context)
    return request_filtered(catalog, matches(catalog, filters), filters, context)


def _own_unit(options: ExportOptions, view: View) -> HomeUnit | None:
    """Return the unit that the options or the address name as the reader's own; None for none."""
    query = replace(view.home, place=options.area.near or view.home.place)
    return find_unit(query, geocoder) if query.place else None


def _kind(options: ExportOptions) -> Format:
    """Return the format; one practice as a PDF is its record card."""
    known = [each.name for each in FORMATS]
    if options.kind is not None:
        name = named(options.kind, known, option="--format")
    elif options.practice is not None and not options.target.path.suffix:
        name = "cards"
    elif options.target.path.suffix:
        name = named(options.target.path.suffix[1:], known, option=message("export-ending"))
    else:
        raise SettingsError(message("export-no-format", known=", ".join(known)))
    return format_named("cards" if name == "pdf" and options.practice is not None else name)


def language_of(option: str | None, address: PageLink) -> Language:
    """Return a file's language: the option's, else the address's, else Polish."""
    asked = option or address.last(url.LANGUAGE) or url.LANGUAGE.default
    named(asked, LANGUAGES, option="--language")
    return "en" if asked == "en" else "pl"


def _catalog(options: ExportOptions, address: PageLink, texts: Texts) -> tuple[Catalog, str]:
    """Return the practices, and where they are from in words."""
    dataset = address.last(url.DATASET)
    if dataset == Dataset.OWN:
        raise SettingsError(message("link-of-a-visit"))
    if dataset == Dataset.DEMO and options.table is None:
        practices = make_demo(DEMO_ROWS, seed=DEMO_SEED)
        return build_catalog(practices, locate(practices, geocoder())), texts("dataset-demo")
    store = open_store(options.table)
    return catalog_of(store), table_words(store.changed_at(), texts)


def catalog_of(store: PracticeStore) -> Catalog:
    """Return the catalogue of a store, from the cache where it is there."""
    return prepare(store, DiskCache(cache_folder()), geocoder).catalog


@cache
def geocoder() -> GazetteerGeocoder:
    """Return the offline geocoder, loaded where it is needed."""
    return GazetteerGeocoder()


def _row(catalog: Catalog, number: int) -> int:
    """Return the position of a practice.

    Raises:
        SettingsError: There is none of this number.
    """
    row = catalog.position_of(number)
    if row is None:
        numbers = catalog.practices["art"].to_numpy()
        near = sorted(numbers, key=lambda each: abs(each - number))[:5]
        raise SettingsError(
            message(
                "practice-not-found", number=str(number), near=", ".join(map(str, sorted(near)))
            )
        )
    return row


def _not_writable(target: Path, reason: str, helps: str = "") -> SettingsError:
    return SettingsError(
        message("export-not-written", target=str(target), reason=reason, helps=helps)
    )
