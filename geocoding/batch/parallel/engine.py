"""A run on a Dask cluster: workers answer partitions, and each is saved when it is done.

A worker that is lost takes nothing along: its partition is given to another one. A run that is
lost goes on where it stood when it is started again with the same arguments.
"""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
from dask.delayed import delayed
from distributed import Client, KilledWorker, LocalCluster
from numpy.typing import NDArray
from tqdm import tqdm

from geocoding.batch.assembly import Assembled, assemble
from geocoding.batch.audit import Audit
from geocoding.batch.columns import added_columns, address_table, answer_headings
from geocoding.batch.parallel.parts import Parts, open_parts, write_part
from geocoding.batch.parallel.source import Source
from geocoding.batch.report import write_reports
from geocoding.batch.run import Outcome
from geocoding.batch.summary import Summary
from geocoding.batch.table import DECIMALS, Chunk
from geocoding.errors import GeocodingError, SettingsError
from geocoding.locale import message
from geocoding.settings import Settings
from geocoding.tables.footers import footer_kind

PARTITION_BYTES: Final = 32 << 20
_CONNECT_S: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelJob:
    """What a run is about.

    Attributes:
        source: The table of addresses.
        columns: Part of an address -> place of its column.
        output: The folder of Parquet files to write; the workers must find it there too.
        scheduler: Address of a cluster's scheduler; empty for a cluster on this machine.
    """

    source: Source
    columns: Mapping[str, int]
    output: Path
    scheduler: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What a worker has to know of the run, as it travels."""

    columns: Mapping[str, int]
    headings: Mapping[str, str]
    settings: str


def geocode_parallel(job: ParallelJob, settings: Settings) -> Outcome:
    """Make the missing parts of the output, and audit all of them.

    Raises:
        GeocodingError: Something that the run needs is not as it should be, or a partition
            ended each worker that it was given to.
    """
    started = time.monotonic()
    source = job.source
    about = {
        "table": str(source.path),
        "state": source.fingerprint,
        "settings": settings.model_dump_json(include={"geocoder", "overrides"}),
        "columns": json.dumps(dict(job.columns)),
    }
    work = _Work(
        columns=job.columns,
        headings=answer_headings(source.header, added_columns(job.columns)),
        settings=settings.model_dump_json(),
    )
    with (
        open_parts(job.output, source.frame.npartitions, about=about) as parts,
        tqdm(total=parts.count, unit=" parts", disable=None) as bar,
    ):
        bar.update(parts.count - len(parts.missing()))
        for _ in _make_missing(job, parts, work):
            bar.update()
        parts.remove_halves()
        summary = _audited(parts, work, about)
    return Outcome(summary, time.monotonic() - started)


def _make_missing(job: ParallelJob, parts: Parts, work: _Work) -> Iterator[int]:
    """Give the number of each missing part once it is done."""
    numbers = parts.missing()
    if not numbers:
        return
    partitions = job.source.frame.to_delayed()
    make = delayed(answer_part)
    with _cluster(job.scheduler) as client:
        futures = client.compute(
            [make(partitions[number], str(parts.path(number)), work) for number in numbers]
        )
        for number, future in zip(numbers, futures, strict=True):
            try:
                future.result()
            except KilledWorker as error:
                raise GeocodingError(message("part-ended-workers", part=str(number))) from error
            yield number


@contextmanager
def _cluster(scheduler: str) -> Iterator[Client]:
    """Open a client of the cluster at an address, or of one made here with a worker a core."""
    if not scheduler:
        here = LocalCluster(threads_per_worker=1, dashboard_address="127.0.0.1:0")
        with here, here.get_client() as client:
            yield client
        return
    try:
        client = Client(scheduler, timeout=_CONNECT_S)
    except (OSError, ValueError) as error:
        raise SettingsError(
            message("scheduler-silent", scheduler=scheduler, error=str(error))
        ) from error
    with client:
        yield client


# On a worker


def answer_part(rows: pd.DataFrame, path: str, work: _Work) -> None:
    """Write a partition with its answers to a file."""
    answers = _geocoder(work.settings).tables.match_table(_addresses(rows, work.columns))
    added = answers[list(work.headings)]
    numbers = {name: digits for name, digits in DECIMALS.items() if name in work.headings}
    added = added.astype(dict.fromkeys(numbers, "float64")).round(numbers)
    added = added.rename(columns=dict(work.headings)).set_axis(rows.index)
    write_part(pd.concat([rows, added], axis=1), Path(path))


def _addresses(rows: pd.DataFrame, columns: Mapping[str, int]) -> pd.DataFrame:
    """Return the addresses of a partition, whatever the types of its columns.

    Rows that are no data by their own words, as a total, have none.
    """
    texts = {part: rows.iloc[:, place].astype("str").fillna("") for part, place in columns.items()}
    is_data = _are_data(rows)
    if not is_data.all():
        texts = {part: column.where(is_data, "") for part, column in texts.items()}
    return address_table({part: column.tolist() for part, column in texts.items()})


def _are_data(rows: pd.DataFrame) -> NDArray[np.bool_]:
    """Say of each row whether it is data, and no total or note."""
    columns = [
        rows.iloc[:, place].astype("str").fillna("").tolist() for place in range(rows.shape[1])
    ]
    return np.array(
        [footer_kind(cells) is None for cells in zip(*columns, strict=True)], dtype=bool
    )


@cache
def _geocoder(settings: str) -> Assembled:
    """Return the geocoder of a run, made once a worker."""
    return assemble(Settings.model_validate_json(settings), None, None)


# Afterwards


def _audited(parts: Parts, work: _Work, about: Mapping[str, str]) -> Summary:
    """Return the counts of all parts; writes the audit into their folder."""
    summary, audit = Summary(), Audit(_geocoder(work.settings).explain)
    for number in range(parts.count):
        done = pd.read_parquet(parts.path(number))
        answers = done[list(work.headings.values())].set_axis(list(work.headings), axis="columns")
        chunk = Chunk(addresses=_addresses(done, work.columns), answers=answers)
        summary.add(answers)
        audit.add(chunk)
    write_reports(audit, parts.folder, about=about)
    return summary
