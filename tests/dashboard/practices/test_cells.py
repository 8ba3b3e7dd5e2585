import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.practices.cells import neutralize, restore


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("=1+1", "'=1+1", id="equals"),
        pytest.param("+48 14 614", "'+48 14 614", id="plus"),
        pytest.param("-", "'-", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\r=1", "'\r=1", id="carriage return"),
        pytest.param("＝1", "'＝1", id="full width"),
        pytest.param("'=1", "''=1", id="treated already"),
        pytest.param("Bochnia = miasto", "Bochnia = miasto", id="inside"),
        pytest.param("'cytat'", "'cytat'", id="apostrophe"),
        pytest.param("", "", id="empty"),
    ],
)
def test_cells(text, expected):
    texts = pd.Series([text], dtype="str")
    assert neutralize(texts).tolist() == [expected]
    assert restore(neutralize(texts)).tolist() == [text]


@given(st.lists(st.text("'=+-@\t\r\naą１＝", max_size=5)))
def test_what_was_written_is_read_back(texts):
    column = pd.Series(texts, dtype="str")
    treated = neutralize(column)
    assert restore(treated).tolist() == texts
    assert not treated.str.startswith(tuple("=+-@\t\r")).any()
