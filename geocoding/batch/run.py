"""One run of the command: a table, a geocoder, a progress bar, an audit."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tqdm import tqdm

from geocoding.batch.assembly import (
    Assembled,
    DryRunGeocoder,
    HeadGeocoder,
    assemble,
    service_geocoder,
)
from geocoding.batch.audit import Audit
from geocoding.batch.notes import outside_notes, reading_notes
from geocoding.batch.report import write_reports
from geocoding.batch.summary import Summary
from geocoding.batch.table import answer_rows, geocode_table
from geocoding.cache import AnswerCache
from geocoding.matches import AddressGeocoder, TableGeocoder
from geocoding.settings import Settings
from geocoding.tables.table import Table

_CHUNK_ROWS = 50_000
_ONLINE_CHUNK_ROWS = 20  # the bar moves, and a stopped run has shown how far it came


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a run is about.

    Attributes:
        table: The table of addresses.
        columns: Part of an address -> place of its column.
        output: The table to write.
        limit: How many rows are answered; None for all.
    """

    table: Table
    columns: dict[str, int]
    output: Path
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended.

    Attributes:
        summary: Its rows by outcome.
        elapsed_s: Its time in seconds.
        restored: House numbers that a spreadsheet had made dates of -> as they were read.
        outside: Numbers of the rows whose stated point lies outside Poland.
    """

    summary: Summary
    elapsed_s: float
    restored: Mapping[str, str] = field(default_factory=dict)
    outside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """What a run would do.

    Attributes:
        questions: Addresses that a service would be asked about.
        at_least_s: Seconds that this takes at the very least, one request for each.
    """

    questions: int
    at_least_s: float


def geocode_job(job: Job, settings: Settings) -> Outcome:
    """Write the job's output and its audit.

    Raises:
        GeocodingError: Something that the run needs is not as it should be.
    """
    started = time.monotonic()
    about = {
        "table": job.table.name,
        "output": str(job.output),
        "geocoder": settings.geocoder,
        "service": settings.asks or "none",
        "started": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    summary = Summary()
    restored: dict[str, str] = {}
    outside: list[int] = []
    with _assembled(settings, service_geocoder(settings)) as geocoder:
        audit = Audit(geocoder.explain)
        with tqdm(total=job.table.row_count, unit=" rows", disable=None) as bar:
            for chunk in geocode_table(
                job.table,
                job.output,
                _limited(geocoder.tables, job.limit),
                columns=job.columns,
                nearest=settings.reverse,
                chunk_rows=_ONLINE_CHUNK_ROWS if geocoder.online else _CHUNK_ROWS,
            ):
                summary.add(chunk.answers)
                audit.add(chunk)
                restored |= chunk.restored
                outside += chunk.outside
                bar.update(len(chunk.answers))
    notes = [*reading_notes(job.table, job.columns), *outside_notes(outside)]
    write_reports(audit, job.output, about={**about, **({"notes": notes} if notes else {})})
    return Outcome(summary, time.monotonic() - started, restored, tuple(outside))


def preview_job(job: Job, settings: Settings) -> Preview:
    """Return what the job would ask a service, found out without asking it or writing anything.

    Raises:
        GeocodingError: Something that the run needs is not as it should be.
    """
    service = service_geocoder(settings)
    if service is None:
        return Preview(questions=0, at_least_s=0)
    unasked = DryRunGeocoder(service)
    with _assembled(settings, unasked) as geocoder:
        tables = _limited(geocoder.tables, job.limit)
        for rows in job.table.chunks(_CHUNK_ROWS):
            answer_rows(rows, job.columns, tables)
    questions = len(unasked.questions)
    return Preview(questions, questions * settings.interval_s)


@contextmanager
def _assembled(settings: Settings, service: AddressGeocoder | None) -> Iterator[Assembled]:
    """Open the geocoder of the settings, with its cache while it is used."""
    cache = AnswerCache(settings.cache) if service else None
    try:
        yield assemble(settings, service, cache)
    finally:
        if cache:
            cache.close()


def _limited(geocoder: TableGeocoder, limit: int | None) -> TableGeocoder:
    """Return the geocoder, for the first rows only where there is a limit."""
    return geocoder if limit is None else HeadGeocoder(geocoder, limit)
