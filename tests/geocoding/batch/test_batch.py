import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from geocoding.batch.columns import ANSWERS, find_columns, is_heading
from geocoding.batch.summary import Summary
from geocoding.batch.table import Chunk, TableGeocoder, geocode_table
from geocoding.errors import ServiceUnavailableError, TableError
from geocoding.tables.reader import open_table


class Echo:
    """Answers 'Bochnia' and nothing else; remembers how many rows it was asked at a time."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def match_table(self, addresses: pd.DataFrame) -> pd.DataFrame:
        self.asked.append(len(addresses))
        found = addresses["city"] == "Bochnia"
        columns = dict.fromkeys([*ANSWERS, "checks"], "")
        return pd.DataFrame(columns, index=addresses.index, dtype="str").assign(
            status=np.where(found, "ok", "no_match"),
            precision=np.where(found, "locality", ""),
            accuracy_m=np.where(found, 1234.6, np.nan),
            lat=np.where(found, 49.96900001, np.nan),
            lon=np.where(found, 20.43, np.nan),
            score=np.where(found, 2 / 3, 0.0),
        )


class Broken:
    """Fails when it is asked."""

    def match_table(self, addresses: pd.DataFrame) -> pd.DataFrame:
        raise ServiceUnavailableError(f"no answer for {len(addresses)} rows")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    path.write_text(
        'id;miejscowość;uwagi\n0012;Bochnia;05-326\n0013;Łódź;NA\n0014;Bochnia;"a;\nb"\n',
        encoding="utf-8",
    )
    return path


def geocode(source: Path, output: Path, geocoder: TableGeocoder) -> list[Chunk]:
    table = open_table(source, is_heading=is_heading)
    columns = find_columns(table.header)
    return list(geocode_table(table, output, geocoder, columns=columns, chunk_rows=2))


def read(path: Path, separator: str = ";") -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=separator, strict=True))


def test_rows_and_columns_are_kept_in_order_and_answers_added(source: Path, tmp_path: Path) -> None:
    geocode(source, tmp_path / "out.csv", Echo())

    header, *rows = read(tmp_path / "out.csv")
    assert header == ["id", "miejscowość", "uwagi", *ANSWERS]
    assert [row[:3] for row in rows] == [
        ["0012", "Bochnia", "05-326"],
        ["0013", "Łódź", "NA"],
        ["0014", "Bochnia", "a;\nb"],
    ]
    found = ["ok", "locality", "1235", "49.969", "20.43", *[""] * 5, "0.667", *[""] * 4]
    assert [row[3:] for row in rows] == [found, ["no_match", *[""] * 9, "0", *[""] * 4], found]


def test_a_table_is_worked_through_in_chunks(source: Path, tmp_path: Path) -> None:
    echo = Echo()

    chunks = geocode(source, tmp_path / "out.csv", echo)

    assert [len(chunk.answers) for chunk in chunks] == echo.asked == [2, 1]
    assert chunks[1].addresses.to_dict("list") == {"id": ["0014"], "city": ["Bochnia"]}


def test_outcomes_are_counted(source: Path, tmp_path: Path) -> None:
    summary = Summary()

    for chunk in geocode(source, tmp_path / "out.csv", Echo()):
        summary.add(chunk.answers)

    assert summary.outcomes == {("ok", "locality"): 2, ("no_match", ""): 1}
    assert (summary.rows, summary.open_rows, summary.stale_overrides) == (3, 0, 0)
    assert summary.lines()[1].split() == ["ok", "locality", "2", "66.7%"]


def test_a_column_of_the_input_keeps_its_name_and_text(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("city,status,lat\nBochnia,new,x\n", encoding="utf-8")

    geocode(path, tmp_path / "out.csv", Echo())

    header, row = read(tmp_path / "out.csv", ",")
    assert header[:3] == ["city", "status", "lat"]
    assert row[:4] == ["Bochnia", "new", "x", "ok"]
    assert header[3:5] == ["geocoded_status", "precision"]
    assert len(set(header)) == len(header)


def test_an_output_is_complete_or_left_as_it_was(source: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    output.write_text("older", encoding="utf-8")

    with pytest.raises(ServiceUnavailableError):
        geocode(source, output, Broken())

    assert output.read_text(encoding="utf-8") == "older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def test_a_table_without_rows_gives_its_header(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("city\n", encoding="utf-8")

    assert geocode(path, tmp_path / "out.csv", Echo()) == []
    assert read(tmp_path / "out.csv", ",") == [["city", *ANSWERS]]


def test_the_input_is_never_written_over(source: Path) -> None:
    with pytest.raises(TableError, match="is the input itself"):
        geocode(source, source, Echo())


def test_an_output_that_cannot_be_written_is_named(source: Path, tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"absent/out\.csv: cannot be written \(No such"):
        geocode(source, tmp_path / "absent" / "out.csv", Echo())


def test_the_output_can_be_opened_like_the_input(source: Path, tmp_path: Path) -> None:
    source.write_bytes(source.read_text(encoding="utf-8").encode("cp1250"))

    geocode(source, tmp_path / "out.csv", Echo())

    text = (tmp_path / "out.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbfid;")
    assert "Łódź" in text.decode("utf-8")
