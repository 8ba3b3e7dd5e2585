"""Columns of postal codes of one form are read at once; any other column is left alone."""

import pandas as pd
import pyarrow as pa
import pytest

from geocoding import GazetteerGeocoder
from geocoding.cascade.uniform_codes import uniform_digits

KINDS = [pa.string(), pa.large_string()]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_digits_of_uniform_codes(kind: pa.DataType) -> None:
    column = pa.array(["32-700", "00-001", "99-999"], kind)
    assert uniform_digits(column) is not None
    assert uniform_digits(column).tolist() == [32700, 1, 99999]
    assert uniform_digits(column[1:]).tolist() == [1, 99999]


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize(
    "other",
    [
        pytest.param(None, id="none"),
        pytest.param("", id="empty"),
        pytest.param("32700", id="no-dash"),
        pytest.param("327-00", id="dash-elsewhere"),
        pytest.param("32-7OO", id="letters"),
        pytest.param("32–70", id="another-dash"),
        pytest.param("32-7/0", id="sign-before-the-digits"),
    ],
)
def test_other_columns_are_left_alone(kind: pa.DataType, other: str | None) -> None:
    assert uniform_digits(pa.array(["32-700", other], kind)) is None


def test_no_codes_at_all() -> None:
    assert uniform_digits(pa.array([], pa.string())) is None


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_column_in_pieces(kind: pa.DataType) -> None:
    column = pa.chunked_array([pa.array(["32-700"], kind), pa.array(["00-001"], kind)])
    assert uniform_digits(column) is not None
    assert uniform_digits(column).tolist() == [32700, 1]


def test_a_table_that_was_put_together_is_answered() -> None:
    part = pd.DataFrame({"city": ["Bochnia"], "postal_code": ["32-700"]}, dtype="str")
    table = pd.concat([part, part.assign(postal_code="32-701"), part], ignore_index=True)
    geocoder = GazetteerGeocoder()
    for some in (table, table[table.index != 1]):
        answers = geocoder.match_table(some)
        one_by_one = [geocoder.match_table(some.iloc[[row]]) for row in range(len(some))]
        pd.testing.assert_frame_equal(answers, pd.concat(one_by_one))
