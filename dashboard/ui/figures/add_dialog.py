"""The dialog in which a visitor adds a figure: a file, its column, its name, unit and source."""

import hashlib
from dataclasses import dataclass
from html import escape
from typing import Final

import pandas as pd
import streamlit as st

from dashboard import url
from dashboard.errors import UploadError
from dashboard.explore.catalog.readable import readable
from dashboard.explore.figures.columns import FigureColumn
from dashboard.explore.figures.figure import FigureCaption, FigureKind
from dashboard.explore.figures.names import UnitNames
from dashboard.explore.figures.reading import FigureResult, read_figure
from dashboard.explore.figures.sheets import ALL_ROWS
from dashboard.explore.figures.table import FigureTable, RawTable, examine_table
from dashboard.explore.units.local_units import local_units
from dashboard.locale import Texts
from dashboard.practices.reading import MAX_BYTES, MAX_ROWS, Sheet, Upload, make_ready, table_in
from dashboard.ui.figures.problems import draw_problems
from dashboard.ui.own_data.counting import count_reading
from dashboard.ui.own_data.waiting import result_of
from dashboard.ui.visit import address, figures
from dashboard.ui.visit.text_fields import draw_text_field
from dashboard.ui.visit.uploaded_data import LASTS_MINUTES
from dashboard.url import LONGEST_TEXT

_READ: Final = "figure-file"
_ROWS_SHOWN: Final = 5
_MOST_SHEETS: Final = 10
_MOST_COLUMNS_SHOWN: Final = 8
_YEARS: Final = (1900, 2100)


@dataclass(frozen=True, slots=True)
class _FileRead:
    """What a file holds, read once a visit.

    Attributes:
        digest: Of its name and content.
        table: Its table of figures; None where it holds none.
        refusal: Why it was not read; None where it was.
    """

    digest: bytes
    table: FigureTable | None
    refusal: UploadError | None = None


def open_add_dialog(texts: Texts) -> None:
    """Open the dialog."""

    @st.dialog(texts("figures-add"), width="large")
    def dialog() -> None:
        _draw(texts)

    dialog()


def _draw(texts: Texts) -> None:
    """Draw the file, then what it holds, then what is said of the figure."""
    megabytes = MAX_BYTES // 2**20
    st.html(
        f"<p>{texts('figures-add-how', minutes=LASTS_MINUTES)}</p>"
        f'<p class="mp-quiet">{texts("figures-add-limits", size=megabytes, rows=MAX_ROWS)}</p>'
    )
    make_ready()
    file = st.file_uploader(texts("figures-file"), key="figures-file")
    if file is None:
        return
    read = _read(Upload(file.name, file.getvalue()), texts)
    if read.refusal is not None:
        error = read.refusal
        limit = error.limit // 2**20 if error.limit >= 2**20 else error.limit
        place = {"row": str(error.row), "column": str(error.column)}
        reason = texts(f"refused-{error.rule}", limit=texts.number(limit), **place)
        st.html(f'<p class="mp-refused" role="alert">{escape(reason)}</p>')
    elif read.table is None:
        st.html(f'<p class="mp-refused" role="alert">{texts("figures-no-table")}</p>')
    else:
        _draw_table(read.table, texts)


def _draw_table(table: FigureTable, texts: Texts) -> None:
    """Draw the first rows, the column, what is said of it, and what does not fit."""
    names = UnitNames(local_units())
    _draw_first_rows(table, texts)
    by = texts("figures-by-code" if table.by_code else "figures-by-name")
    st.html(f'<p class="mp-note">{by}</p>')
    headings = {each.at: each for each in table.columns}
    newest = max(table.columns, key=lambda each: each.year or 0)
    column = st.selectbox(
        texts("figures-column"),
        list(headings),
        index=list(headings).index(newest.at),
        format_func=lambda at: readable(headings[at].heading),
        key=f"figures-column-{hash(table.headings)}",
        filter_mode=None,
    )
    caption = _ask_caption(table, headings[column], texts)
    result = read_figure(table, headings[column], caption, names)
    _draw_result(result, texts)
    is_said = all((caption.name, caption.unit, caption.source))
    if not is_said:
        st.html(f'<p class="mp-note">{texts("figures-say-all")}</p>')
    if st.button(
        texts("figures-use"),
        type="primary",
        key="figures-use",
        disabled=not (is_said and result.figure.by_code),
    ):
        address.set_param(url.FIGURE, [figures.put_own(result).key])
        st.rerun()


def _ask_caption(table: FigureTable, column: FigureColumn, texts: Texts) -> FigureCaption:
    """Draw the fields for what is said of a figure, filled in from its heading."""
    key = f"{hash(table.headings)}-{column.at}"
    left, right = st.columns(2)
    with left:
        name = _ask_text("name", key, texts, column.name)
    with right:
        unit = _ask_text("unit", key, texts, table.unit_of(column))
    with left:
        source = _ask_text("source", key, texts)
    years = table.years()
    year = right.number_input(
        texts("figures-year"),
        min_value=_YEARS[0],
        max_value=_YEARS[1],
        value=column.year or (years[-1] if years else None),
        step=1,
        key=f"figures-year-{key}",
    )
    kind = st.radio(
        texts("figures-kind"),
        [each.value for each in FigureKind],
        index=list(FigureKind).index(FigureKind.RATE),
        format_func=lambda each: texts(f"figures-kind-{each}"),
        key=f"figures-kind-{key}",
    )
    return FigureCaption(
        name=readable(name)[:LONGEST_TEXT].strip(),
        unit=readable(unit)[:LONGEST_TEXT].strip(),
        year=int(year) if year else None,
        source=readable(source)[:LONGEST_TEXT].strip(),
        kind=FigureKind(kind or FigureKind.RATE),
    )


def _draw_first_rows(table: FigureTable, texts: Texts) -> None:
    """Draw the first rows as they were read, the columns that matter first."""
    places = [*table.roles.values(), *(each.at for each in table.columns)][:_MOST_COLUMNS_SHOWN]
    shown = pd.DataFrame(
        [[readable(cells[at]) for at in places] for _, cells in table.body[:_ROWS_SHOWN]],
        columns=[readable(table.headings[at]) or f"({at + 1})" for at in places],
        index=[number for number, _ in table.body[:_ROWS_SHOWN]],
    )
    shown = shown.loc[:, ~shown.columns.duplicated()]
    st.html(f"<h3>{texts('add-first-rows')}</h3>")
    st.dataframe(shown, key="figures-first-rows")


def _draw_result(result: FigureResult, texts: Texts) -> None:
    """Draw how many units have a number, and a list of what does not fit."""
    values = result.figure
    counts = [
        texts(f"figures-units-{level.value}", count=len(values.at(level)))
        for level in values.levels()
    ]
    found = ", ".join(counts) or texts("figures-units-none")
    words = texts("figures-found", units=found, rows=result.rows, missing=result.missing)
    st.html(f'<p role="status">{escape(words)}</p>')
    draw_problems(result.problems, texts, key="figures-dialog-problems")


def _read(upload: Upload, texts: Texts) -> _FileRead:
    """Read a file once a visit; it is not read a second time where it was refused either."""
    digest = hashlib.sha256(upload.name.encode() + b"\0" + upload.content).digest()
    known: _FileRead | None = st.session_state.get(_READ)
    if known is not None and known.digest == digest:
        return known
    try:
        count_reading(upload)
        found = _FileRead(digest, _table(upload, texts))
    except UploadError as error:
        found = _FileRead(digest, None, error)
        if error.rule == "start":
            return found
    st.session_state[_READ] = found
    return found


def _table(upload: Upload, texts: Texts) -> FigureTable | None:
    """Find the table of figures in a file: in the first sheet that holds one.

    Raises:
        UploadError: The file is not taken in.
    """
    names = UnitNames(local_units())
    first = result_of(lambda worker: table_in(worker, upload, "", ALL_ROWS), texts)
    found = examine_table(_raw(first.sheet), names)
    for name in [each for each in first.names if each != first.sheet.name][:_MOST_SHEETS]:
        if found:
            break
        try:
            sheet = _sheet(upload, name, texts)
        except UploadError:
            continue  # an empty sheet
        found = examine_table(_raw(sheet), names)
    return found


def _sheet(upload: Upload, name: str, texts: Texts) -> Sheet:
    """Read one sheet of a workbook.

    Raises:
        UploadError: It is empty.
    """
    return result_of(lambda worker: table_in(worker, upload, name, ALL_ROWS), texts).sheet


def _raw(sheet: Sheet) -> RawTable:
    """Take all rows of a sheet, those with more cells than most marked."""
    rows = [
        (int(str(number)), list(cells))
        for number, cells in zip(
            sheet.cells.index, sheet.cells.itertuples(index=False, name=None), strict=True
        )
    ]
    longer = [(row.number, [*row.cells, *row.surplus]) for row in sheet.longer]
    rows += [(footer.row.number, list(footer.row.cells)) for footer in sheet.footers]
    return RawTable(
        rows=tuple(sorted([*rows, *longer], key=lambda row: row[0])),
        longer=frozenset(number for number, _ in longer),
    )


def _ask_text(part: str, key: str, texts: Texts, filled: str = "") -> str:
    """Draw a field for a part of what is said of a figure, filled in at first; its text."""
    field = f"figures-{part}-{key}"
    st.session_state.setdefault(field, filled)
    hint = texts("figures-name") if part == "name" else texts(f"figures-{part}-hint")
    return draw_text_field(texts(f"figures-{part}"), field, longest=LONGEST_TEXT, placeholder=hint)
