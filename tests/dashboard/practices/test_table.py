import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from dashboard.errors import PracticeDataError
from dashboard.locale import message
from dashboard.practices import load_practices, save_practices
from dashboard.practices.page_reading import MAX_PAGE_BYTES
from dashboard.practices.schema import COLUMNS
from dashboard.practices.table import no_practices
from dashboard.practices.values import VOIVODESHIPS


@pytest.fixture
def table(repository: Path) -> pd.DataFrame:
    """The practices that ship with the dashboard."""
    return load_practices(repository / "data" / "practices.csv")


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """A function that writes a table of texts, with the required columns filled."""

    def make(rows: list[dict[str, str]], *, encoding: str = "utf-8") -> Path:
        filled = [
            {"art": str(number), "section": "Kultura", "title": "Tytuł", **row}
            for number, row in enumerate(rows, start=1)
        ]
        path = tmp_path / "table.csv"
        pd.DataFrame(filled).fillna("").to_csv(path, index=False, encoding=encoding)
        return path

    return make


def test_shipped_practices(table: pd.DataFrame) -> None:
    assert table["art"].tolist() == [7, 16, 18, 25, 28, 41, 82, 150, 202, 596, 688]
    by_art = table.set_index("art")
    assert by_art.loc[41, ["locality", "places"]].tolist() == ["", ""]
    assert by_art.loc[596, "places"] == "Czernichów; Liszki; Mogilany; Skawina; Świątniki Górne"
    assert by_art.loc[596, ["county", "voivodeship"]].tolist() == ["krakowski", "małopolskie"]
    assert by_art.loc[16, "title"].endswith("Centrum Edukacji Ekologicznej w Ełku")
    known = by_art.drop(index=[150, 596])
    unknown = [name for name in COLUMNS if name not in {"art", "url", "section", "subsection"}]
    assert (known["introduced"].isna() & known["population"].isna()).all()
    for name in set(unknown) - {"title", "locality", "introduced", "updated", "population"}:
        assert (known[name] == "").all()


@pytest.mark.parametrize(
    ("column", "most", "over", "rule"),
    [
        pytest.param("places", "; ".join(["A"] * 50), "; ".join(["A"] * 51), "places", id="places"),
        *(
            pytest.param(name, "x" * 300, "x" * 301, "name", id=name)
            for name in ("locality", "county", "post_town", "street", "number")
        ),
    ],
)
def test_what_each_place_repeats_is_bounded(
    write: Callable[..., Path], column: str, most: str, over: str, rule: str
) -> None:
    assert load_practices(write([{column: most}]))[column].tolist() == [most]
    with pytest.raises(PracticeDataError) as caught:
        load_practices(write([{}, {column: over}]))
    (violation,) = caught.value.violations
    assert (violation.row, violation.column, violation.rule) == (3, column, rule)
    assert f"row 3, column {column}: " in str(caught.value)
    assert re.search("at most (50 places|300 characters)", str(caught.value))


def test_types(table: pd.DataFrame) -> None:
    assert tuple(table.columns) == COLUMNS
    types = table.dtypes.astype("str").to_dict()
    assert types.pop("art") == "int64"
    assert types.pop("population") == "Int64"
    assert {types.pop("introduced"), types.pop("updated")} == {"datetime64[us]"}
    assert set(types.values()) == {"str"}
    assert no_practices().dtypes.equals(table.dtypes)


def test_types_do_not_depend_on_what_is_known(write: Callable[..., Path]) -> None:
    assert load_practices(write([{}])).dtypes.equals(no_practices().dtypes)


def test_saving_what_was_loaded_changes_no_byte(
    table: pd.DataFrame, repository: Path, tmp_path: Path
) -> None:
    save_practices(table.sample(frac=1, random_state=1), tmp_path / "again.csv")
    shipped = (repository / "data" / "practices.csv").read_bytes()
    assert (tmp_path / "again.csv").read_bytes() == shipped


def test_awkward_texts_survive(write: Callable[..., Path], tmp_path: Path) -> None:
    texts = ['"cytat", średnik; i `x`', "</script>\\n", "=1+1", "NA", "007", "”–’", "\U0001f600"]
    table = load_practices(write([{"title": text, "summary": f"{text}\n\nB"} for text in texts]))
    save_practices(table, tmp_path / "again.csv")
    again = load_practices(tmp_path / "again.csv")
    assert again["title"].tolist() == texts
    pd.testing.assert_frame_equal(again, table)


def test_columns_in_any_order_and_byte_order_mark(write: Callable[..., Path]) -> None:
    table = load_practices(write([{"unit": "Urząd", "art": "5"}], encoding="utf-8-sig"))
    assert tuple(table.columns) == COLUMNS
    assert table.loc[0, ["art", "unit"]].tolist() == [5, "Urząd"]


def test_spaces_around_cells_and_blank_rows_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("art,section,title\n 5 , Kultura ,\xa0Tytuł\n\n,,\n", encoding="utf-8")
    table = load_practices(path)
    assert table.loc[0, ["art", "section", "title"]].tolist() == [5, "Kultura", "Tytuł"]
    assert len(table) == 1


def test_table_without_a_row(tmp_path: Path) -> None:
    save_practices(no_practices(), tmp_path / "empty.csv")
    assert len(load_practices(tmp_path / "empty.csv")) == 0


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("art", "", "article_number"),
        ("art", "0", "article_number"),
        ("art", "-5", "article_number"),
        ("art", "5.0", "article_number"),
        ("art", "1_000", "article_number"),
        ("art", "2234567890", "article_number"),
        ("title", "", "required_line"),
        ("title", "  ", "required_line"),
        ("title", "dwie\nlinie", "required_line"),
        ("section", "", "required_line"),
        ("unit", "dwie\nlinie", "one_line"),
        ("url", "dobrepraktyki.pl", "web_address"),
        ("url", "javascript:alert(1)", "web_address"),
        ("url", "ftp://dobrepraktyki.pl", "web_address"),
        ("url", "https:///index.php", "web_address"),
        ("url", 'https://a.pl/" onclick="x', "web_address"),
        ("website", "JavaScript:alert(1)", "web_address"),
        ("website", "data:text/html,<script>", "web_address"),
        ("introduced", "23.11.2009", "iso_date"),
        ("introduced", "2009-02-30", "iso_date"),
        ("updated", "2009-11-23 12:00", "iso_date"),
        ("voivodeship", "Małopolskie", "voivodeship"),
        ("voivodeship", "galicyjskie", "voivodeship"),
        ("postal_code", "32700", "postal_code"),
        ("population", "30.000", "whole_number"),
        ("population", "-1", "whole_number"),
        ("emails", "a@b.pl, c@d.pl", "e_mails"),
        ("emails", "urząd", "e_mails"),
        ("metryka", "Powiat: Bochnia", "fields"),
        ("metryka", '[["Powiat"]]', "fields"),
        ("metryka", '{"Powiat": "Bochnia"}', "fields"),
        ("metryka", '[["Powiat", 5]]', "fields"),
        ("metryka", '[["Powiat", "Bochnia"], ["Ulica"]]', "fields"),
        ("metryka", '[["Powiat", "Boch\\nia"]', "fields"),
        ("metryka", r'[["Powiat", "\x"]]', "fields"),
    ],
)
def test_violations(write: Callable[..., Path], column: str, value: str, rule: str) -> None:
    path = write([{}, {column: value}])
    with pytest.raises(PracticeDataError) as caught:
        load_practices(path)
    (violation,) = caught.value.violations
    assert (violation.row, violation.column, violation.rule) == (3, column, rule)
    assert violation.value == value
    assert violation.expected.worded(message) in str(caught.value)
    assert f"{path}: " in str(caught.value)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("url", "https://dobrepraktyki.pl/index.php?p1=1&p2=1&art=28"),
        ("website", "http://www.świdnica.pl:8080/a?b=c#d"),
        ("introduced", "2009-11-23"),
        ("postal_code", "00-001"),
        ("population", "0"),
        ("emails", "a@b.pl; c@d.pl"),
        ("metryka", "[]"),
        ("metryka", r'[["Powiat", "ks. \"Bocheński\"\\"], ["", "a\u0105"]]'),
        ("metryka", '[ ["Powiat","Bochnia"] ]'),
        *(("voivodeship", name) for name in VOIVODESHIPS),
    ],
)
def test_valid_cells(write: Callable[..., Path], column: str, value: str) -> None:
    assert len(load_practices(write([{column: value}]))) == 1


def test_all_violations_at_once(write: Callable[..., Path]) -> None:
    path = write([{"art": "5", "population": "x"}, {"art": "5", "title": "", "url": "x"}, {}])
    with pytest.raises(PracticeDataError) as caught:
        load_practices(path)
    assert [(fault.row, fault.column, fault.rule) for fault in caught.value.violations] == [
        (2, "population", "whole_number"),
        (3, "art", "unique_number"),
        (3, "url", "web_address"),
        (3, "title", "required_line"),
    ]
    assert "row 2 has it already" in str(caught.value)


def test_many_violations_are_counted(write: Callable[..., Path]) -> None:
    with pytest.raises(PracticeDataError, match=r"(?s)30 fault.*and 10 more") as caught:
        load_practices(write([{"population": "x"}] * 30))
    assert len(caught.value.violations) == 30


def test_rows_are_counted_as_in_a_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text('art,section,title,summary\n1,K,T,"a\n\nb"\n\n2,K,,c\n', encoding="utf-8")
    with pytest.raises(PracticeDataError, match=r"row 4, column title"):
        load_practices(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "a CSV file in UTF-8", id="empty"),
        pytest.param(b"art,section,title\n1,K,\xb9\n", "a CSV file in UTF-8", id="not-utf-8"),
        pytest.param(b"art;section;title\n1;K;T\n", "commas, not by semicolons", id="semicolons"),
        pytest.param(b"art,title\n1,T\n", "column section", id="column-absent"),
        pytest.param(b"art,section,title,x\n1,K,T,\n", "column x", id="column-unknown"),
        pytest.param(b"art,section,title,art\n1,K,T,1\n", "each heading once", id="column-twice"),
        pytest.param(b"art,section,title\n1,K,T\n2,K\n", "row 3.*3 cells, not 2", id="short-row"),
        pytest.param(b"art,section,title\n1,K,T,x\n", "row 2.*3 cells, not 4", id="long-row"),
        pytest.param(
            b'art,section,title,summary\n1,K,T\n2,K,T,"b\n3,K,T,c\n',
            "row 2.*row 3, column summary: value not shown - expected a quotation mark at its end",
            id="open-quotation-mark",
        ),
        pytest.param(
            b"art,section,title\n1,K," + b"x" * (33 << 20) + b"\n",
            "rows of at most 16 MiB .a quotation mark without its end makes one of all",
            id="endless-row",
        ),
    ],
)
def test_damaged_files(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    with pytest.raises(PracticeDataError, match=re.compile(message, re.DOTALL)):
        load_practices(path)


@pytest.mark.parametrize("end", ["", "\n", " \r\n\n"])
def test_a_table_that_ends_with_a_text_of_several_lines(tmp_path: Path, end: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f'art,section,title,summary\n1,K,T,"a\nb"{end}', encoding="utf-8", newline="")
    assert load_practices(path)["summary"].str.split().tolist() == [["a", "b"]]


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(PracticeDataError, match="a file that exists"):
        load_practices(tmp_path / "none.csv")


def test_an_invalid_table_is_not_written(table: pd.DataFrame, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(PracticeDataError, match="voivodeship"):
        save_practices(table.assign(voivodeship="galicyjskie"), path)
    assert path.read_text(encoding="utf-8") == "before"
    assert [file.name for file in tmp_path.iterdir()] == ["table.csv"]


def test_saving_leaves_nothing_beside_the_table(table: pd.DataFrame, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    save_practices(table, path)
    save_practices(table, path)
    assert [file.name for file in tmp_path.iterdir()] == ["table.csv"]
    assert path.stat().st_mode & 0o444 == 0o444


def test_texts_of_the_longest_pages_come_back(table: pd.DataFrame, tmp_path: Path) -> None:
    summary = '""\n' * (MAX_PAGE_BYTES // 3)
    save_practices(table.assign(summary=f"{summary}x"), tmp_path / "table.csv")
    loaded = load_practices(tmp_path / "table.csv")
    assert set(loaded["summary"]) == {f"{summary}x"}


@pytest.mark.parametrize("line_break", ["\r", "\r\n"], ids=["old Macs", "Windows"])
def test_a_summary_of_another_system_comes_back(
    table: pd.DataFrame, tmp_path: Path, line_break: str
) -> None:
    written = table.assign(summary=f"Pierwszy.{line_break}Drugi.")
    save_practices(written, tmp_path / "table.csv")
    loaded = load_practices(tmp_path / "table.csv")
    assert set(loaded["summary"]) == {"Pierwszy.\nDrugi."}
