"""Streets and house numbers are suggested while they are typed."""

from typing import Any

import pytest

from geocoding import Precision
from geocoding.added import add_address_points, added_address_points
from geocoding.address_points import Suggestions, suggestions_of


@pytest.fixture
def suggestions(folder, formats: dict[str, Any], file, doors: list[Any]) -> Suggestions:
    add_address_points([file(formats["csv_lines"](doors))], folder=folder)
    points = added_address_points()
    assert points is not None
    return suggestions_of(points)


@pytest.mark.parametrize(
    ("typed", "labels"),
    [
        pytest.param("kaz 5 boch", ["Kazimierza Wielkiego 5, Bochnia"], id="first-letters"),
        pytest.param("bochnia wielk 5", ["Kazimierza Wielkiego 5, Bochnia"], id="any-order"),
        pytest.param("5 kazim", ["Kazimierza Wielkiego 5, Bochnia"], id="number-first"),
        pytest.param("ul. Kazimierza W", ["Kazimierza Wielkiego, Bochnia"], id="no-number"),
        pytest.param("kazmierza", ["Kazimierza Wielkiego, Bochnia"], id="typing-error"),
        pytest.param("POPIEŁ 7a", ["ks. Jerzego Popiełuszki 7A, Bochnia"], id="letter"),
        pytest.param("3 maja 10", ["3 Maja 10, Bochnia"], id="number-in-the-name"),
        pytest.param("rzez 11", ["Rzezawa 11"], id="village"),
        pytest.param("kazim 99", ["Kazimierza Wielkiego, Bochnia"], id="no-such-number"),
        pytest.param("xyz", [], id="nothing"),
        pytest.param("", [], id="empty"),
        pytest.param("a b c d e f g h", [], id="too-many-words"),
    ],
)
def test_what_was_typed_is_completed(
    suggestions: Suggestions, typed: str, labels: list[str]
) -> None:
    assert [each.label for each in suggestions.find(typed)] == labels


def test_a_suggestion_says_what_its_point_is(suggestions: Suggestions) -> None:
    (building,) = suggestions.find("kazim 5")
    assert building.precision is Precision.BUILDING
    assert (building.point.lat, building.point.lon) == pytest.approx((49.9605, 20.43), abs=2e-6)
    (street,) = suggestions.find("kazim")
    assert street.precision is Precision.STREET


def test_no_more_are_given_than_asked_for(suggestions: Suggestions) -> None:
    assert len(suggestions.find("boch", limit=2)) == 2
