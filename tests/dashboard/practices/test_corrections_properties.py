"""What holds of every file of corrections: `make soak ARGS=fuzz` runs these long."""

import csv
import datetime as dt
import io
import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.practices.corrections import (
    Changes,
    address_of_correction,
    corrections_csv,
    with_correction,
)
from geocoding.errors import TableError
from geocoding.files.formulas import FORMULA_STARTS
from geocoding.model import Precision
from geocoding.overrides import COLUMNS, Override, address_key, load_overrides
from geocoding.text import read_address

HEAD = ",".join(COLUMNS)
SEEDS = [
    (f'{HEAD}\n596/0,"ul. Polna 2, 32-700 Bochnia",49.97,20.43,building,b,2026-05-11\n').encode(),
    f'\ufeff{HEAD}\r\n1,,49.97,20.43,locality,"a\nb",2026-05-11\r\n2,,50,20,street,b,x\r\n'.encode(),
]
POINT = {"id": "1", "lat": 50, "lon": 20, "precision": "street", "date": "2026-05-11"}
STARTS = st.text("'=+-@＝＋－＠\t\r\n ", max_size=3)
WORDS = st.builds(str.__add__, STARTS, st.text(st.characters(codec="utf-8"), max_size=12))
OVERRIDES = st.builds(
    Override,
    id=WORDS.map(lambda text: f"{text}1"),
    address=WORDS,
    lat=st.floats(48.9, 54.95),
    lon=st.floats(14.05, 24.2),
    precision=st.sampled_from(Precision),
    reason=WORDS.map(lambda text: f"{text}."),
    date=st.dates(dt.date(1990, 1, 1)),
)


def load(content):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "overrides.csv"
        path.write_bytes(content)
        return load_overrides(path)


@given(st.sampled_from(SEEDS) | st.binary(max_size=60).map(lambda end: SEEDS[0] + end))
def test_a_file_is_read_or_refused(content: bytes) -> None:
    try:
        corrections = load(content)
    except TableError as refusal:
        error = refusal
    else:
        assert load(corrections_csv(corrections)) == corrections
        return
    assert "overrides.csv" in str(error)


@example([Override(**POINT, reason="a\rb"), Override(**POINT | {"id": "2\r3"}, reason="c")])
@given(st.lists(OVERRIDES, max_size=4, unique_by=lambda each: each.id))
def test_corrections_come_back_as_they_went(corrections) -> None:
    assert load(corrections_csv(corrections)) == corrections


@given(OVERRIDES)
def test_no_cell_of_a_file_is_a_formula(correction) -> None:
    (row,) = csv.DictReader(io.StringIO(corrections_csv([correction]).decode("utf-8"), newline=""))
    assert not [name for name, cell in row.items() if cell.startswith(FORMULA_STARTS)]


@given(st.lists(OVERRIDES, max_size=5))
def test_the_last_correction_of_a_place_counts(corrections) -> None:
    made = Changes()
    expected: list[Override] = []
    for each in corrections:
        made = made.with_correction(each)
        expected = with_correction(expected, each)
    assert made.applied_to([]) == expected
    assert {each.id: each for each in expected} == {each.id: each for each in corrections}


@given(WORDS)
def test_the_words_of_a_correction_are_its_address(text: str) -> None:
    address = read_address(text)
    words = address_of_correction(address)
    assert not words or address_key(read_address(words)) == address_key(address)
