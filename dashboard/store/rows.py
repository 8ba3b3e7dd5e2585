"""Practices, places and corrections between DataFrames and the store's rows."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final

import pandas as pd
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, Text, bindparam, cast, delete, insert, select, update

from dashboard.errors import PracticeDataError, StoreError
from dashboard.practices.fields import stored_as
from dashboard.practices.schema import COLUMNS, find_violations
from dashboard.practices.table import as_text, typed
from dashboard.practices.value_types import Storage
from dashboard.store.bulk import insert_many
from dashboard.store.tables import CORRECTIONS, PLACES, PRACTICES
from dashboard.store.text_reading import read_texts
from geocoding.overrides import COLUMNS as CORRECTION_COLUMNS
from geocoding.overrides import Override

_BATCH: Final = 10_000
_DAYS: Final = stored_as(Storage.DAY)
_NUMBERS: Final = stored_as(Storage.NUMBER)
_CARDS: Final = stored_as(Storage.JSON)


def read_practices(connection: Connection, name: str) -> pd.DataFrame:
    """Give the practices by their numbers, typed as `load_practices` gives them.

    Args:
        connection: In a transaction.
        name: What a message calls the store.

    Raises:
        PracticeDataError: Somebody put rows there that break the schema.
    """
    text = read_practices_text(connection)
    violations = find_violations(text, text["art"].astype("int64").tolist())
    if violations:
        raise PracticeDataError(name, violations)
    return typed(text)


def read_practices_text(
    connection: Connection, numbers: Sequence[int] | None = None
) -> pd.DataFrame:
    """Give practices by their numbers with every cell as text, '' where it is unknown.

    Args:
        connection: In a transaction.
        numbers: Of the practices; None for all.

    Raises:
        StoreError: Somebody put texts there that are not in UTF-8.
    """
    query = select(*(cast(PRACTICES.c[name], Text) for name in COLUMNS)).order_by(PRACTICES.c.art)
    if numbers is not None and len(numbers) <= _BATCH:
        query = query.where(PRACTICES.c.art.in_(numbers))
    text: pd.DataFrame = read_texts(connection, query).to_pandas().fillna("")
    if numbers is not None and len(numbers) > _BATCH:
        text = text[text["art"].isin(set(map(str, numbers)))].reset_index(drop=True)
    return text


def write_practices(connection: Connection, practices: pd.DataFrame) -> None:
    """Add practices, which the store does not have.

    Args:
        connection: In a transaction that writes.
        practices: Valid, typed; columns as in the schema.
    """
    columns = _columns(practices)
    insert_many(connection, PRACTICES, list(columns), zip(*columns.values(), strict=True))


def update_practices(connection: Connection, practices: pd.DataFrame) -> None:
    """Replace the cells of practices that the store has; what belongs to them stays."""
    columns = _columns(practices)
    names = [name for name in columns if name != "art"]
    statement = (
        update(PRACTICES)
        .where(PRACTICES.c.art == bindparam("number"))
        .values({name: bindparam(f"new_{name}") for name in names})
    )
    parameters = ["number", *(f"new_{name}" for name in names)]
    rows = zip(columns["art"], *(columns[name] for name in names), strict=True)
    while some := list(islice(rows, _BATCH)):
        connection.execute(statement, [dict(zip(parameters, row, strict=True)) for row in some])


def _columns(practices: pd.DataFrame) -> dict[str, Sequence[object]]:
    """Give the cells by columns as the tables hold them, the number first."""
    text = as_text(practices)
    columns: dict[str, Sequence[object]] = {name: text[name].tolist() for name in COLUMNS}
    columns["art"] = practices["art"].tolist()
    for name in _NUMBERS:
        columns[name] = _with_none(practices[name])
    for name in _DAYS:
        columns[name] = _with_none(practices[name].dt.date)
    for name in _CARDS:
        columns[name] = [card or None for card in columns[name]]
    return columns


def delete_practices(connection: Connection, numbers: Sequence[int]) -> None:
    """Remove practices with all that belongs to them."""
    for some in _batches(numbers):
        connection.execute(delete(PRACTICES).where(PRACTICES.c.art.in_(some)))


def write_places(connection: Connection, places: pd.DataFrame) -> None:
    """Add places, as `locate` gives them, for practices that have none in the store."""
    columns: dict[str, Sequence[object]] = {
        str(name): _with_none(column) if str(name) in _NULLABLE_PLACE_COLUMNS else column.tolist()
        for name, column in places.items()
    }
    insert_many(connection, PLACES, list(columns), zip(*columns.values(), strict=True))


def delete_places(connection: Connection, numbers: Sequence[int]) -> None:
    """Remove the places of some practices."""
    for some in _batches(numbers):
        connection.execute(delete(PLACES).where(PLACES.c.art.in_(some)))


def read_corrections(connection: Connection, name: str) -> list[Override]:
    """Give the positions that persons have set, checked, in the order in which they were made.

    Raises:
        StoreError: They are not as they should be.
    """
    columns = [CORRECTIONS.c[column] for column in CORRECTION_COLUMNS]
    rows = connection.execute(select(*columns).order_by(CORRECTIONS.c.row_no))
    try:
        return _CORRECTIONS.validate_python([row._asdict() for row in rows])
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        listed = "; ".join(
            f"row {int(one['loc'][0]) + 1}, {'.'.join(map(str, one['loc'][1:]))}: {one['msg']}"
            for one in faults
        )
        raise StoreError(f"{name}: {CORRECTIONS.name}: {listed}") from error


def write_corrections(
    connection: Connection, before: Sequence[Override], after: Sequence[Override]
) -> None:
    """Replace the corrections by others; those that stay in front are not touched."""
    same = next(
        (place for place, (old, new) in enumerate(zip(before, after, strict=False)) if old != new),
        min(len(before), len(after)),
    )
    gone = [each.id for each in before[same:]], [each.address for each in before[same:]]
    for number, address in zip(*gone, strict=True):
        connection.execute(
            delete(CORRECTIONS).where(CORRECTIONS.c.id == number, CORRECTIONS.c.address == address)
        )
    if rows := [each.model_dump() for each in after[same:]]:
        connection.execute(insert(CORRECTIONS), rows)


_CORRECTIONS: Final = TypeAdapter(list[Override])
_NULLABLE_PLACE_COLUMNS: Final = frozenset(each.name for each in PLACES.columns if each.nullable)


def _with_none(column: "pd.Series[Any]") -> list[object]:
    """Give a column's values with None where one is unknown."""
    known = column.notna().tolist()
    return [value if there else None for value, there in zip(column.tolist(), known, strict=True)]


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut numbers into parts that one statement can name."""
    for start in range(0, len(numbers), _BATCH):
        yield numbers[start : start + _BATCH]
