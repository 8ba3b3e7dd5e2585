"""Whether the practices table can be read, and what was prepared of it."""

from dashboard.cli.doctor.finding import Finding, ok, problem
from dashboard.errors import DashboardError, PracticeDataError
from dashboard.explore.catalog.prepared import is_prepared
from dashboard.locale import message
from dashboard.practices.disk_cache import DiskCache
from dashboard.store import PracticeStore, SqlStore, find_store
from geocoding import GeocodingError

_TABLE = "table"
_CORRECTIONS = "corrections"
_PREPARED = "prepared table"
_SAVING = "saving"
_SHOWN = 3


def check_table(store: PracticeStore, disk_cache: DiskCache) -> list[Finding]:
    """Say whether the table, its corrections and what is prepared of them are as they should be.

    No cell's content is shown: it may be a person's name.
    """
    try:
        if not store.exists():
            return [_no_table(store)]
        table = _read_table(store)
        corrections = _read_corrections(store)
        prepared = _read_prepared(store, disk_cache)
    except DashboardError as error:
        return [problem(_TABLE, found=str(error), remedy=message("doctor-other-table"))]
    return [table, corrections, prepared]


def check_saving(store: PracticeStore) -> Finding:
    """Say whether corrections and imports can be written to a table that is there."""
    try:
        if not store.exists():
            return problem(
                _SAVING, found=message("doctor-no-table"), remedy=message("doctor-make-table")
            )
        store.require_writable()
    except DashboardError as error:
        return problem(_SAVING, found=str(error), remedy=message("doctor-without-edit"))
    return ok(_SAVING, found=message("doctor-may-change"))


def _no_table(store: PracticeStore) -> Finding:
    if isinstance(store, SqlStore) and not store.path:
        try:
            store.require_writable()
        except DashboardError as error:
            return problem(
                _TABLE,
                found=message("doctor-cannot-make", error=str(error)),
                remedy=message("doctor-other-store"),
            )
    if store.name == find_store().name and isinstance(store, SqlStore) and store.path:
        return ok(_TABLE, found=message("doctor-first-start", name=str(store.name)))
    return problem(
        _TABLE,
        found=message("doctor-no-store", name=str(store.name)),
        remedy=message("doctor-import"),
    )


def _read_table(store: PracticeStore) -> Finding:
    try:
        rows = len(store.load())
    except PracticeDataError as error:
        shown = "; ".join(
            each.text(with_value=False).worded(message) for each in error.violations[:_SHOWN]
        )
        return problem(
            _TABLE,
            found=message(
                "doctor-faults",
                name=str(store.name),
                violations=str(len(error.violations)),
                shown=str(shown),
            ),
            remedy=message("doctor-mend-table"),
        )
    return ok(_TABLE, found=message("doctor-practices", name=str(store.name), rows=rows))


def _read_corrections(store: PracticeStore) -> Finding:
    try:
        count = len(store.corrections())
    except GeocodingError as error:
        return problem(_CORRECTIONS, found=str(error), remedy=message("doctor-mend-corrections"))
    return ok(_CORRECTIONS, found=f"{count:,}")


def _read_prepared(store: PracticeStore, disk_cache: DiskCache) -> Finding:
    if is_prepared(store, disk_cache):
        return ok(_PREPARED, found=message("doctor-prepared"))
    return ok(_PREPARED, found=message("doctor-not-prepared"))
