import pandas as pd
import pytest

from geocoding.errors import TableError
from geocoding.matches import match_rows
from geocoding.model import Match, Status
from geocoding.overrides import COLUMNS, Overridden, load_overrides
from geocoding.resources import data_dir

HEADER = ",".join(COLUMNS) + "\n"
TABLE = f'{HEADER}1,"Polna 1, Łódź",51.8,19.5,building,źródło,2026-01-01\n'


class Nothing:
    """Finds nothing."""

    def match_table(self, addresses):
        nothing = Match(status=Status.NO_MATCH, provider="gazetteer")
        return match_rows([nothing] * len(addresses), index=addresses.index)


@pytest.fixture
def overrides(tmp_path):
    """Load overrides from their rows."""

    def load(*rows):
        path = tmp_path / "overrides.csv"
        path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        return load_overrides(path)

    return load


@pytest.fixture
def answer(overrides):
    """The answers to a table under one override."""

    def match(row, addresses):
        geocoder = Overridden(Nothing(), overrides(row))
        return geocoder.match_table(pd.DataFrame(addresses, dtype="str"))

    return match


POINT = "49.97,20.43,building,seen on the spot,2026-05-11"
POLNA = f'"ul. Polna 2, 32-700 Bochnia",{POINT}'


def test_a_point_wins_by_id(answer):
    rows = answer(f"596,,{POINT}", {"id": ["1", "596"]})

    assert rows["status"].tolist() == ["no_match", "manual"]
    assert rows["lat"].tolist()[1] == 49.97
    assert rows["precision"].tolist() == ["", "building"]
    assert rows["provider"].tolist() == ["gazetteer", "override"]
    assert rows["decided_by"].tolist()[1] == "2026-05-11: seen on the spot"


def test_a_point_wins_by_address_in_any_spelling(answer):
    rows = answer(
        f",{POLNA}",
        {
            "street": ["POLNA", "Polna", "Polna"],
            "number": ["2", "3", "2"],
            "city": ["bochnia", "Bochnia", "Liszki"],
            "postal_code": ["32700", "32-700", "32-700"],
        },
    )

    assert rows["status"].tolist() == ["manual", "no_match", "no_match"]
    assert rows["checks"].tolist()[0] == "override_address=ok"


def test_an_address_that_changed_is_reported(answer):
    rows = answer(
        f"596,{POLNA}",
        {"id": ["596"], "street": ["Rynek"], "number": ["1"], "city": ["Bochnia"]},
    )

    assert rows["status"].tolist() == ["manual"]
    assert rows["checks"].tolist() == ["override_address=failed"]


def test_rows_of_a_table_keep_their_index(answer):
    addresses = pd.DataFrame({"id": ["596", "596"]}, index=["x", "x"])

    assert list(answer(f"596,{POLNA}", addresses).index) == ["x", "x"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        pytest.param(",,49.9,20,building,why,2026-01-01", "an id or an address", id="for-nothing"),
        pytest.param("1,,20.4,49.9,building,why,2026-01-01", "line 2, lat: .*48.9", id="swapped"),
        pytest.param("1,,49.9,20,house,why,2026-01-01", "line 2, precision: ", id="precision"),
        pytest.param("1,,49.9,20,building,,2026-01-01", "line 2, reason: ", id="no-reason"),
        pytest.param("1,,49.9,20,building,why,11.05.2026", "line 2, date: ", id="date"),
        pytest.param("1,,,20,building,why,x", "line 2, lat: .*; line 2, date: ", id="two-at-once"),
        pytest.param(
            f"{'1' * 51},,49.9,20,building,why,2026-01-01",
            "line 2, id: .*at most 50 characters",
            id="long-id",
        ),
        pytest.param(
            f"1,{'ą' * 301},49.9,20,building,why,2026-01-01",
            "line 2, address: .*at most 300 characters",
            id="long-address",
        ),
        pytest.param(
            f"1,,49.9,20,building,{'ą' * 1001},2026-01-01",
            "line 2, reason: .*at most 1000 characters",
            id="long-reason",
        ),
    ],
)
def test_a_row_that_cannot_be_right_is_refused(overrides, row, problem):
    with pytest.raises(TableError, match=rf"overrides\.csv: .*{problem}"):
        overrides(row)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        pytest.param("'=1+1", "=1+1", id="guarded"),
        pytest.param("''=1+1", "'=1+1", id="guarded-apostrophe"),
        pytest.param("=1+1", "=1+1", id="by-hand"),
        pytest.param("'quoted'", "'quoted'", id="quoted"),
    ],
)
def test_the_apostrophe_before_a_formula_is_no_part_of_a_text(overrides, cell, reason):
    (one,) = overrides(f"{cell},{cell},49.9,20,building,{cell},2026-01-01")

    assert (one.id, one.address, one.reason) == (reason, reason, reason)


def test_the_longest_texts_are_read(overrides):
    (one,) = overrides(f"{'1' * 50},{'ą' * 300},49.9,20,building,{'ą' * 1000},2026-01-01")

    assert (len(one.id), len(one.address), len(one.reason)) == (50, 300, 1000)


def test_a_second_point_for_one_row_is_refused(overrides):
    row = "1,,49.9,20,building,why,2026-01-01"

    with pytest.raises(TableError, match="line 3: '1' stands in line 2 too"):
        overrides(row, row)


def test_other_columns_are_refused(tmp_path):
    path = tmp_path / "overrides.csv"
    path.write_text("id,lat\n", encoding="utf-8")

    with pytest.raises(TableError, match=r"columns id, address, lat, .* are expected"):
        load_overrides(path)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(TABLE.encode("cp1250"), "is not in UTF-8 .* Save it as UTF-8", id="windows"),
        pytest.param(TABLE.encode("utf-16"), "is not in UTF-8", id="utf-16"),
        pytest.param(TABLE.encode() + TABLE.encode("cp1250"), "is not in UTF-8", id="mixed"),
        pytest.param(bytes(range(256)), "is not in UTF-8", id="binary"),
        pytest.param(TABLE.encode()[:-12], "line 2, date: ", id="cut"),
        pytest.param(b"", "columns id, address, lat, .* are expected", id="empty"),
        pytest.param(b"x," * 10_000 + b"x\n1\n", "columns id, address, ", id="10 000 columns"),
        pytest.param(HEADER.encode() + bytes(999), "line 2, id: .*; line 2, address: ", id="zeros"),
        pytest.param(HEADER.encode() + b'1,"x\n', "line 2, lat: ", id="open quotation mark"),
        pytest.param(HEADER.encode() + bytes(140_000), "cannot be read", id="endless cell"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path, content, problem):
    path = tmp_path / "overrides.csv"
    path.write_bytes(content)
    with pytest.raises(TableError, match=rf"overrides\.csv: {problem}"):
        load_overrides(path)


def test_the_shipped_file_can_be_read():
    assert isinstance(load_overrides(data_dir() / "overrides.csv"), list)


def test_no_file_means_no_overrides(tmp_path):
    assert load_overrides(tmp_path / "absent.csv") == []
