from pathlib import Path

import pandas as pd
import pytest

from dashboard.practices import load_practices, locate
from dashboard.practices.places import NO_PLACE, PLACE_COLUMNS
from dashboard.practices.table import no_practices
from geocoding import GazetteerGeocoder

ADDRESS = ["street", "number", "postal_code", "city", "county", "voivodeship"]


class Gazetteer:
    """A geocoder that knows a few localities, and remembers what it was asked."""

    def __init__(self, *known: str) -> None:
        self.known = known
        self.asked: list[pd.DataFrame] = []

    def match_table(self, addresses: pd.DataFrame) -> pd.DataFrame:
        self.asked.append(addresses)
        found = addresses["city"].isin(self.known)
        point = found.map({True: 50.0, False: None}).astype("float64")
        answers = pd.DataFrame(index=addresses.index)
        answers["status"] = found.map({True: "ok", False: "no_match"})
        answers["precision"] = found.map({True: "locality", False: ""})
        answers["lat"] = answers["lon"] = answers["accuracy_m"] = point
        answers["score"] = answers["score_next"] = found.astype("float64")
        answers["matched_label"] = addresses["city"].where(found, "")
        for name in ("postal_code", "commune", "county", "voivodeship"):
            answers[f"matched_{name}"] = ""
        for name in ("checks", "provider", "decided_by", "error"):
            answers[name] = ""
        return answers


@pytest.fixture
def shipped(repository: Path) -> pd.DataFrame:
    """The practices that ship with the dashboard."""
    return load_practices(repository / "data" / "practices.csv")


def practice(**cells: str) -> pd.DataFrame:
    """A practices table of one row with these cells; the others are empty."""
    table = no_practices().reindex([0])
    texts = table.select_dtypes("str").columns
    table[texts] = ""
    return table.assign(art=5, **cells)


def test_a_row_for_each_place(shipped: pd.DataFrame) -> None:
    places = locate(shipped, Gazetteer("Bochnia", "Czernichów", "Liszki"))
    assert tuple(places.columns) == PLACE_COLUMNS
    assert places.index.tolist() == list(range(15))
    assert places["art"].drop_duplicates().tolist() == shipped["art"].tolist()
    several = places[places["art"] == 596]
    assert several["place_no"].tolist() == [0, 1, 2, 3, 4]
    assert several["place"].tolist() == [
        "Czernichów",
        "Liszki",
        "Mogilany",
        "Skawina",
        "Świątniki Górne",
    ]
    assert several["status"].tolist() == ["ok", "ok", "no_match", "no_match", "no_match"]


def test_no_place_is_no_failed_search(shipped: pd.DataFrame) -> None:
    gazetteer = Gazetteer()
    places = locate(shipped, gazetteer).set_index("art")
    assert places.loc[41, ["place", "status", "error"]].tolist() == ["", "skipped", NO_PLACE]
    assert places.loc[[7, 41], "lat"].isna().all()
    assert places.loc[7, ["place", "status", "error"]].tolist() == ["Żory", "no_match", ""]
    assert "" not in gazetteer.asked[0]["city"].tolist()


def test_whole_address_is_asked(shipped: pd.DataFrame) -> None:
    gazetteer = Gazetteer("Bochnia")
    locate(shipped[shipped["art"] == 150], gazetteer)
    assert gazetteer.asked[0][ADDRESS].to_dict("records") == [
        {
            "street": "ul. Kazimierza Wielkiego",
            "number": "2",
            "postal_code": "32-700",
            "city": "Bochnia",
            "county": "Bochnia",
            "voivodeship": "małopolskie",
        }
    ]


def test_the_seats_address_is_not_that_of_each_place() -> None:
    gazetteer = Gazetteer("Liszki")
    table = practice(
        places="Liszki; Skawina", locality="Kraków", street="Rynek", number="1", county="krakowski"
    )
    places = locate(table.assign(postal_code="32-060", post_town="Liszki"), gazetteer)
    assert places["place"].tolist() == ["Liszki", "Skawina"]
    asked = gazetteer.asked[0]
    assert asked[["street", "number", "postal_code"]].eq("").all(axis=None)
    assert asked["county"].tolist() == ["krakowski", "krakowski"]
    assert len(gazetteer.asked) == 1


def test_post_town_is_tried_where_the_locality_is_not_found() -> None:
    gazetteer = Gazetteer("Bochnia")
    places = locate(practice(locality="Krzeczów", post_town="Bochnia"), gazetteer)
    assert places.loc[0, ["place", "matched_label"]].tolist() == ["Krzeczów", "Bochnia"]
    assert [asked["city"].tolist() for asked in gazetteer.asked] == [["Krzeczów"], ["Bochnia"]]


def test_locality_comes_before_the_post_town() -> None:
    gazetteer = Gazetteer("Krzeczów", "Bochnia")
    places = locate(practice(locality="Krzeczów", post_town="Bochnia"), gazetteer)
    assert places.loc[0, "matched_label"] == "Krzeczów"
    assert len(gazetteer.asked) == 1


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"post_town": "Bochnia", "county": "bocheński"}, "Bochnia"),
        ({"postal_code": "32-700"}, "32-700"),
        ({"county": "bocheński", "voivodeship": "małopolskie"}, "bocheński"),
        ({"voivodeship": "małopolskie"}, "małopolskie"),
    ],
)
def test_less_than_a_locality_is_asked_too(cells: dict[str, str], words: str) -> None:
    places = locate(practice(**cells), Gazetteer())
    assert places.loc[0, ["place", "status"]].tolist() == [words, "no_match"]


def test_any_index_of_the_practices(shipped: pd.DataFrame) -> None:
    turned = shipped.iloc[::-1]
    expected = locate(turned.reset_index(drop=True), Gazetteer("Bochnia"))
    pd.testing.assert_frame_equal(locate(turned, Gazetteer("Bochnia")), expected)


def test_no_practice_no_place() -> None:
    places = locate(no_practices(), Gazetteer())
    assert tuple(places.columns) == PLACE_COLUMNS
    assert len(places) == 0


def test_the_real_gazetteer_on_the_shipped_practices(shipped: pd.DataFrame) -> None:
    places = locate(shipped, GazetteerGeocoder())
    located = places[places["status"] != "skipped"]
    assert set(located["status"]) == {"ok"}
    assert located["lat"].between(49, 55).all()
    assert located["lon"].between(14, 25).all()
    bochnia = places[places["art"] == 150].iloc[0]
    assert (bochnia["lat"], bochnia["lon"]) == pytest.approx((49.969, 20.430), abs=0.01)
    assert set(places.loc[places["art"] == 596, "matched_county"]) == {"krakowski"}
    assert places.loc[places["art"] == 202, "lat"].item() == pytest.approx(50.81, abs=0.05)
