"""Whether the practices table can be read, and what was prepared of it."""

from dashboard.cli.doctor.finding import Finding, problem, well
from dashboard.errors import DashboardError, PracticeDataError
from dashboard.explore.catalog.prepared import is_prepared
from dashboard.practices.disk_cache import DiskCache
from dashboard.store import PracticeStore, SqlStore, find_store
from geocoding import GeocodingError

_TABLE = "table"
_CORRECTIONS = "corrections"
_PREPARED = "prepared table"
_SAVING = "saving"
_SHOWN = 3


def check_table(store: PracticeStore, disk_cache: DiskCache) -> list[Finding]:
    """Whether the table, its corrections and what is prepared of them are as they should be.

    Nothing that stands in a cell is told: it may be a person's name.
    """
    try:
        if not store.exists():
            return [_no_table(store)]
        table = _read_table(store)
        corrections = _read_corrections(store)
        prepared = _read_prepared(store, disk_cache)
    except DashboardError as error:
        return [problem(_TABLE, found=str(error), remedy="see there, or name another with --data")]
    return [table, corrections, prepared]


def check_saving(store: PracticeStore) -> Finding:
    """Whether corrections and imports can be written to a table that is there."""
    try:
        if not store.exists():
            return problem(_SAVING, found="there is no table yet", remedy="make it first")
        store.require_writable()
    except DashboardError as error:
        return problem(_SAVING, found=str(error), remedy="see there, or serve without --edit")
    return well(_SAVING, found="this user may change the table")


def _no_table(store: PracticeStore) -> Finding:
    if isinstance(store, SqlStore) and not store.path:
        try:
            store.require_writable()
        except DashboardError as error:
            return problem(
                _TABLE,
                found=f"there is none, and none can be made: {error}",
                remedy="see there, or name another one with --data",
            )
    if store.name == find_store().name and isinstance(store, SqlStore) and store.path:
        return well(_TABLE, found=f"{store.name}: the first start makes it")
    return problem(
        _TABLE,
        found=f"{store.name}: there is none",
        remedy="`mapa-praktyk import PAGES` makes it, or name another one with --data",
    )


def _read_table(store: PracticeStore) -> Finding:
    try:
        rows = len(store.load())
    except PracticeDataError as error:
        shown = "; ".join(
            f"row {each.row}, column {each.column or '-'}: expected {each.expected}"
            for each in error.violations[:_SHOWN]
        )
        return problem(
            _TABLE,
            found=f"{store.name}: {len(error.violations)} faults ({shown})",
            remedy="mend them; `mapa-praktyk` with this table lists them with their values",
        )
    return well(_TABLE, found=f"{store.name}: {rows:,} practices, as the schema asks")


def _read_corrections(store: PracticeStore) -> Finding:
    try:
        count = len(store.corrections())
    except GeocodingError as error:
        return problem(
            _CORRECTIONS, found=str(error), remedy="mend or take away the file of corrections"
        )
    return well(_CORRECTIONS, found=f"{count:,}")


def _read_prepared(store: PracticeStore, disk_cache: DiskCache) -> Finding:
    if is_prepared(store, disk_cache):
        return well(_PREPARED, found="of this table and this program")
    return well(_PREPARED, found="none of this table and this program; the next start makes it")
