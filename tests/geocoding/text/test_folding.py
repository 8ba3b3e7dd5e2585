import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geocoding.text import fold, fold_column, map_distinct, tidy


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("ŁÓDŹ", "lodz", id="upper-case"),
        pytest.param("zażółć gęślą jaźń", "zazolc gesla jazn", id="all-polish-letters"),
        pytest.param("\u00a0 Bochnia\u00a0", "bochnia", id="no-break-spaces-around"),
        pytest.param("Nowy\u00a0\u00a0 \tSącz\n", "nowy sacz", id="runs-of-space"),
        pytest.param("Kędzierzyn–Koźle", "kedzierzyn-kozle", id="en-dash"),
        pytest.param("„Orlik”", '"orlik"', id="polish-quotes"),
        pytest.param("Zdro\u0301j", "zdroj", id="separate-marks"),
        pytest.param("Köln Straße Ærø", "koln strasse aero", id="foreign"),
        pytest.param("Boch\u00adnia\u200b\ufeff", "bochnia", id="invisible"),
        pytest.param("", "", id="empty"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text(alphabet="ąŻł–„\u00a0 aZ\u0301\u00ad"))
def test_a_long_text_is_folded_as_its_parts_are(text: str, other: str) -> None:
    parts = [text, other, "x" * 100, "Łódź"]
    assert fold(" ".join(parts)) == " ".join(filter(None, map(fold, parts)))


@given(st.text())
def test_tidying_keeps_what_folding_sees(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert fold(tidy(text)) == fold(text)


def test_marks_are_joined_over_what_is_invisible() -> None:
    assert tidy("Krako\u200b\u0301w") == "Kraków"


def test_control_characters_are_left_out_and_spaces_of_every_kind_are_one() -> None:
    assert tidy("\x00Nowy\x1f\u2003\x0b\u3000Są\x07cz\x85") == "Nowy Sącz"


def test_a_column_is_folded_row_by_row() -> None:
    column = pa.chunked_array([["ŁÓDŹ", None, "Łódź"], [""], []], pa.string())

    assert fold_column(column).to_pylist() == ["lodz", None, "lodz", ""]


@pytest.mark.parametrize("texts", [[], [None]])
def test_a_column_without_a_text_stays_a_column_of_texts(texts: list[None]) -> None:
    assert fold_column(pa.array(texts, pa.string())).type == pa.string()


def test_a_function_is_called_once_per_distinct_value() -> None:
    calls = []

    def shout(text: str) -> str:
        calls.append(text)
        return text.upper()

    assert map_distinct(pa.array(["a", "b", "a", None]), shout).to_pylist() == ["A", "B", "A", None]
    assert sorted(calls) == ["a", "b"]
