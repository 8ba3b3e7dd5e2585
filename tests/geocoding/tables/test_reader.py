from pathlib import Path

import pytest

from geocoding.batch.columns import is_heading
from geocoding.errors import TableError
from geocoding.tables.choices import Choices
from geocoding.tables.reader import open_table
from geocoding.tables.table import Table

ROWS = [["ulica", "miejscowość"], ["ul. Żółta 3, m. 4", "Łódź"], ["", "Środa, Wlkp."]]


def opened(path: Path, **choices: object) -> Table:
    return open_table(path, Choices(**choices), is_heading=is_heading)  # type: ignore[arg-type]


def cells_of(table: Table) -> list[list[str]]:
    return [row.cells for row in table.rows()]


def written(path: Path, separator: str, encoding: str) -> Path:
    lines = [separator.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in ROWS]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1250", "iso8859-2", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_separators_and_encodings_are_told_apart(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    table = opened(written(tmp_path / "in.csv", separator, encoding))

    assert [table.header, *cells_of(table)] == ROWS
    assert (table.separator, table.encoding, table.row_count) == (separator, encoding, 2)


def test_text_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text('a,b\n0012,05-326\n1e5, NA \n"x ""y"" z","two\nlines"\n', encoding="utf-8")

    assert cells_of(opened(path)) == [
        ["0012", "05-326"],
        ["1e5", " NA "],
        ['x "y" z', "two\nlines"],
    ]


@pytest.mark.parametrize("name", ["tab", "\\t", "\t"])
def test_a_tab_can_be_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / "in.csv"
    path.write_text("a,b\tc\n", encoding="utf-8")

    assert opened(path, separator=name).header == ["a,b", "c"]


def test_blank_lines_are_counted_not_taken_for_rows(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("a,b\n1,2\n\n3,4\n\n", encoding="utf-8")

    table = opened(path)

    assert (table.row_count, table.remarks.blank_rows) == (2, 2)
    assert sum(map(len, table.chunks(1))) == 2


def test_a_file_of_one_column_has_whole_lines_for_cells(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("adres\nul. Polna 1, 32-700 Bochnia\n\nLiszki\n", encoding="utf-8")

    assert cells_of(opened(path)) == [
        ["ul. Polna 1, 32-700 Bochnia"],
        [""],
        ["Liszki"],
    ]


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        pytest.param(b"", {}, r"in\.csv: the file is empty", id="empty"),
        pytest.param(b"\n\n", {}, "is empty", id="blank"),
        pytest.param(
            b'a,b\n1,2\n"3\n' + b"x" * 140_000 + b'",4\n',
            {},
            r"row 4, column 1 has more than 131,072 characters.* Shorten its text.* close",
            id="long-cell",
        ),
        pytest.param(b"a,b\n\xb3,3\n", {"encoding": "utf-8"}, "line 2 .* utf-8", id="other-one"),
        pytest.param(b"a,b\n1,2\n", {"encoding": "utf-99"}, "'utf-99' is not", id="unknown-one"),
        pytest.param(b"a,b\n1,2\n" + bytes(999), {}, "line 3 ", id="zeros"),
        pytest.param(bytes(range(256)) * 9, {}, "line 1 is no text", id="binary"),
        pytest.param(b"a,b\n", {"separator": "||"}, "one character, or 'tab'", id="separator"),
        pytest.param(b"a,b\n", {"separator": '"'}, "one character, or 'tab'", id="quotes"),
        pytest.param(b"a,b\n1,2\n", {"encoding": "utf-16"}, "not in the .* utf-16", id="utf-16"),
    ],
)
def test_a_damaged_file_is_refused(
    tmp_path: Path, content: bytes, options: dict[str, str], message: str
) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(content)

    with pytest.raises(TableError, match=message):
        opened(path, **options)


def test_a_word_that_is_utf_8_by_chance_makes_no_mixture(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes("adres\nRÓŻA\nŁódź\n".encode("cp1250"))

    assert cells_of(opened(path)) == [["RÓŻA"], ["Łódź"]]


def test_ten_thousand_columns(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    rows = [[f"c{at}" for at in range(10_000)], ["x"] * 10_000]
    path.write_text("".join(";".join(row) + "\n" for row in rows), encoding="utf-8")

    table = opened(path)

    assert [table.header, *cells_of(table)] == rows


def test_a_table_of_200_mb_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    with path.open("wb") as file:
        file.write(b"a,b\n1,2\n")
        file.truncate(200 * 2**20)

    with pytest.raises(TableError, match="line 3 is no text"):
        opened(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"absent\.csv: cannot be read \(No such file"):
        opened(tmp_path / "absent.csv")


ADDRESSES = [
    ["nazwa", "ulica", "kod pocztowy", "miejscowość"],
    ["A", "ul. Długa 5", "32-700", "Łódź"],
]


@pytest.mark.parametrize(
    "separator", [";", ",", "\t", "|", "~", "^"], ids=["semicolon", "comma", "tab", "bar", "~", "^"]
)
@pytest.mark.parametrize("mark", ['"', ""], ids=["quoted", "plain"])
@pytest.mark.parametrize(
    ("above", "header_row"),
    [
        pytest.param("", 1, id="nothing"),
        pytest.param("sep={sep}\r\n", 1, id="separator line"),
        pytest.param("Wykaz adresów, stan na 31 grudnia\r\n", 2, id="title"),
        pytest.param("Wykaz; stan\r\n\r\n{sep}{sep}{sep}\r\n", 4, id="title and blank rows"),
    ],
)
def test_headings_are_found(
    tmp_path: Path, separator: str, mark: str, above: str, header_row: int
) -> None:
    path = tmp_path / "in.csv"
    rows = [[f"{mark}{cell}{mark}" for cell in row] for row in ADDRESSES]
    lines = "".join(separator.join(row) + "\r\n" for row in rows)
    path.write_text(above.replace("{sep}", separator) + lines, encoding="utf-8", newline="")

    table = opened(path)

    assert [table.header, *cells_of(table)] == ADDRESSES
    assert (table.separator, table.layout.header_row) == (separator, header_row)


@pytest.mark.parametrize(
    ("content", "header", "rows"),
    [
        pytest.param(
            "A;32-700;Bochnia\nB;34-600;Limanowa\n", "(1) (2) (3)", ["A", "B"], id="no headings"
        ),
        pytest.param("A|ul. Polna 1\nB|ul. Polna 2\n", "(1) (2)", ["A", "B"], id="streets"),
        pytest.param(
            "nazwa;kod;ulica;miasto\n1;2;3;4\nA;32-700;x;y\n",
            "nazwa kod ulica miasto",
            ["A"],
            id="columns are counted under the headings",
        ),
        pytest.param(
            "Adres siedziby;;\nulica;kod pocztowy;miejscowość\nA;32-700;y\n",
            "ulica kod pocztowy miejscowość",
            ["A"],
            id="headings of groups",
        ),
        pytest.param(
            "powiat;x\n1;a;b\n2;c;d\n3;e;f\n", " powiat x", ["1", "2", "3"], id="numbered rows"
        ),
    ],
)
def test_rows_are_told_from_headings(
    tmp_path: Path, content: str, header: str, rows: list[str]
) -> None:
    path = tmp_path / "in.csv"
    path.write_text(content, encoding="utf-8")

    table = opened(path)

    assert " ".join(table.header) == header
    assert [row[0] for row in cells_of(table)] == rows


def test_the_row_with_headings_can_be_stated(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("x;y\nulica;miasto\nA;B\n", encoding="utf-8")

    assert opened(path).layout.header_row == 2
    assert opened(path, header_row=1).header == ["x", "y"]
    assert cells_of(opened(path, header_row=0)) == [["x", "y"], ["ulica", "miasto"], ["A", "B"]]


def test_rows_of_another_length_are_named_and_all_are_read(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("ulica;miasto\nA;B\nC;D;E;;\nF\n\nG;H;;\n", encoding="utf-8")

    table = opened(path)

    assert [(row.number, row.cells, row.surplus) for row in table.rows()] == [
        (2, ["A", "B"], []),
        (3, ["C", "D"], ["E"]),
        (4, ["F", ""], []),
        (6, ["G", "H"], []),
    ]
    assert [(row.number, row.found) for row in table.remarks.irregular] == [(3, 3), (4, 1)]
    assert (table.remarks.longer, table.remarks.shorter, table.row_count) == (1, 1, 4)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CR LF", "CR"])
@pytest.mark.parametrize("cell", ['"x\ry"', '"x\ny"'], ids=["CR", "LF"])
def test_line_breaks_in_cells(tmp_path: Path, line_end: str, cell: str) -> None:
    path = tmp_path / "in.csv"
    path.write_text(line_end.join(["ulica;miasto", f"{cell};B", "C;D", ""]), newline="")

    assert cells_of(opened(path)) == [[cell.strip('"'), "B"], ["C", "D"]]


def test_a_lone_return_ends_no_row_where_others_end_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("ulica;miasto\r\nx\ry;B\r\nC;D\r\n", newline="")

    assert cells_of(opened(path)) == [["x\ry", "B"], ["C", "D"]]


def test_encodings_that_were_mixed_are_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes("ulica;miasto\nŻory;1\n".encode() + "Łódź;2\n".encode("cp1250"))

    table = opened(path)

    assert [row[0] for row in cells_of(table)] == ["Żory", "Łódź"]
    assert table.encoding_label == "UTF-8 + Windows-1250"


def test_stray_marks_in_all_lines_take_no_time(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("ulica;miasto\n" + 'x";"aaa\n' * 30_000, encoding="utf-8")

    with pytest.raises(TableError, match="a quotation mark without its end"):
        opened(path)
