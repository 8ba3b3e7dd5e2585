import pytest

from dashboard.explore.link.map_view import read_map_view


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("52.1,19.3,6.5", (52.1, 19.3, 6.5), id="within"),
        pytest.param("52,19,15", (52.0, 19.0, 15.0), id="whole numbers"),
        pytest.param("44.5,4.0,5", (44.5, 4.0, 5.0), id="corner"),
        pytest.param("40,19,6", None, id="too far south"),
        pytest.param("52,40,6", None, id="too far east"),
        pytest.param("52,19,19", None, id="too close"),
        pytest.param("52,19", None, id="no zoom"),
        pytest.param("nan,19,6", None, id="no number"),
        pytest.param("52,19,6,1", None, id="one number more"),
        pytest.param("-52,19,6", None, id="negative"),
    ],
)
def test_a_view_is_read_or_told(text, expected):
    view, ignored = read_map_view({"widok": [text]})
    assert view == expected
    assert ignored == (() if expected else (("widok", text),))


def test_no_view_is_nothing_to_tell():
    assert read_map_view({}) == (None, ())
