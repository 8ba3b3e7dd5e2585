from pathlib import Path

import pytest

from geocoding.batch.csv_table import open_table
from geocoding.errors import TableError

ROWS = [["ulica", "miejscowość"], ["ul. Żółta 3, m. 4", "Łódź"], ["", "Środa, Wlkp."]]


def written(path: Path, separator: str, encoding: str) -> Path:
    lines = [separator.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in ROWS]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1250", "iso-8859-2", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_separators_and_encodings_are_told_apart(
    tmp_path: Path, separator: str, encoding: str
) -> None:
    table = open_table(written(tmp_path / "in.csv", separator, encoding))

    assert [table.header, *next(table.chunks(10))] == ROWS
    assert (table.separator, table.encoding, table.row_count) == (separator, encoding, 2)


def test_text_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text('a,b\n0012,05-326\n1e5, NA \n"x ""y"" z","two\nlines"\n', encoding="utf-8")

    assert list(open_table(path).chunks(2)) == [
        [["0012", "05-326"], ["1e5", " NA "]],
        [['x "y" z', "two\nlines"]],
    ]


@pytest.mark.parametrize("name", ["tab", "\\t", "\t"])
def test_a_tab_can_be_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / "in.csv"
    path.write_text("a,b\tc\n", encoding="utf-8")

    assert open_table(path, separator=name).header == ["a,b", "c"]


def test_blank_lines_are_counted_not_taken_for_rows(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("a,b\n1,2\n\n3,4\n\n", encoding="utf-8")

    table = open_table(path)

    assert (table.row_count, table.blank_lines) == (2, 2)
    assert sum(map(len, table.chunks(1))) == 2


def test_a_file_of_one_column_has_whole_lines_for_cells(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("adres\nul. Polna 1, 32-700 Bochnia\n\nLiszki\n", encoding="utf-8")

    assert list(open_table(path).chunks(9)) == [[["ul. Polna 1, 32-700 Bochnia"], [""], ["Liszki"]]]


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        pytest.param(b"", {}, r"in\.csv: is empty", id="empty"),
        pytest.param(b"\n\n", {}, "is empty", id="blank"),
        pytest.param(b"a,b\n1,2\n1\n1,2,3\n", {}, "line 3 has 1 cells; line 4 has 3", id="ragged"),
        pytest.param(b'a,b\n"1\n2",3\n1\n', {}, "line 4 has 1 cells", id="ragged-after-two-lines"),
        pytest.param(b'a,b\n"1,2\n3,4\n', {}, "line 3 cannot be read", id="open-quotation-mark"),
        pytest.param(
            b'a,b\n1,2\n"3\n' + b"x" * 140_000 + b'",4\n',
            {},
            r"line 3 cannot be read .* more than 131,072 characters\). Shorten it, or close",
            id="long-cell",
        ),
        pytest.param(b"a,b\n1,2\n\x81,3\n", {}, "line 3 is not in .* 0x81", id="no-encoding"),
        pytest.param(b"a,b\n\xb3,3\n", {"encoding": "utf-8"}, "line 2 .* utf-8", id="other-one"),
        pytest.param(b"a,b\n1,2\n", {"encoding": "utf-99"}, "'utf-99' is not", id="unknown-one"),
        pytest.param(
            "a,b\n1,2\nŻory,3\n".encode() + "Łódź,4\n".encode("cp1250"),
            {},
            "line 3 is in UTF-8, but line 4 is not. Save the whole file as UTF-8",
            id="mixed-encodings",
        ),
        pytest.param(
            "a,b\nŁódź,4\n".encode("iso-8859-2") + "Żory,3\n".encode(),
            {},
            "line 3 is in UTF-8, but line 2 is not",
            id="mixed-encodings-latin-2",
        ),
        pytest.param(b"a,b\n1,2\n" + bytes(999), {}, "line 3 ", id="zeros"),
        pytest.param(bytes(range(256)) * 9, {}, "is not in the encoding", id="binary"),
        pytest.param("a,b\nŻory,3\n".encode()[:9], {}, "line 2 has 1 cells", id="cut"),
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
        open_table(path, **options)


def test_a_word_that_is_utf_8_by_chance_makes_no_mixture(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes("adres\nRÓŻA\nŁódź\n".encode("cp1250"))

    assert list(open_table(path).chunks(9)) == [[["RÓŻA"], ["Łódź"]]]


def test_ten_thousand_columns(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    rows = [[f"c{at}" for at in range(10_000)], ["x"] * 10_000]
    path.write_text("".join(";".join(row) + "\n" for row in rows), encoding="utf-8")

    table = open_table(path)

    assert [table.header, *next(table.chunks(9))] == rows


def test_a_table_of_200_mb_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    with path.open("wb") as file:
        file.write(b"a,b\n1,2\n")
        file.truncate(200 * 2**20)

    with pytest.raises(TableError, match="line 3 cannot be read"):
        open_table(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"absent\.csv: cannot be read \(No such file"):
        open_table(tmp_path / "absent.csv")
