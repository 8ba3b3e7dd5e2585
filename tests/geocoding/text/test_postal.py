import pytest
from hypothesis import given
from hypothesis import strategies as st

from geocoding.text import PostLine, read_post, read_postal_code


@pytest.mark.parametrize(
    ("text", "code", "town"),
    [
        pytest.param("32-700 Bochnia", "32-700", "Bochnia", id="plain"),
        pytest.param("Bochnia, 32700", "32-700", "Bochnia", id="town-first"),
        pytest.param("32 700 Bochnia", "32-700", "Bochnia", id="space"),
        pytest.param("32–700  Nowy\u00a0Sącz", "32-700", "Nowy Sącz", id="en-dash"),
        pytest.param("PL-32-700 Bochnia", "32-700", "Bochnia", id="country"),
        pytest.param("Poczta Bochnia 32-700", "32-700", "Bochnia", id="label"),
        pytest.param("kod pocztowy: 32-700", "32-700", "", id="code-with-label"),
        pytest.param("Bochnia 32-700 Rynek", "32-700", "Bochnia Rynek", id="code-inside"),
        pytest.param("Warszawa X, 00-950", "00-950", "Warszawa X", id="office-with-a-number"),
        pytest.param("32-700", "32-700", "", id="code-alone"),
        pytest.param("32700", "32-700", "", id="digits-alone"),
        pytest.param("5326", "05-326", "", id="leading-zero-lost"),
        pytest.param("5326.0", "05-326", "", id="spreadsheet-number"),
        pytest.param("Bochnia", "", "Bochnia", id="town-alone"),
        pytest.param("2009-11-23", "", "2009-11-23", id="date"),
        pytest.param("5 323 653", "", "5 323 653", id="amount"),
        pytest.param("+48 12 345 67", "", "+48 12 345 67", id="phone"),
        pytest.param("327001", "", "327001", id="six-digits"),
        pytest.param("LiszkPL 32-060", "32-060", "LiszkPL", id="end-of-a-word"),
        pytest.param("", "", "", id="empty"),
    ],
)
def test_read_post(text: str, code: str, town: str) -> None:
    assert read_post(text) == PostLine(code, town)
    assert read_postal_code(text) == code


@given(st.text())
def test_any_text_is_read_and_a_code_looks_like_one(text: str) -> None:
    code = read_postal_code(text)

    assert code == "" or (len(code) == 6 and code[2] == "-")
