"""The features of the collections: which ones, in which part, in which format."""

import csv
import io
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.explore.catalog.facets import Facet
from dashboard.explore.filters.filters import matches
from dashboard.export.linked_filters import linked_filters
from dashboard.practices.fields import FIELDS
from dashboard.server.api.parameters import FILTERS
from dashboard.ui.visit.data import geocoder, table_state

ITEMS = "collections/practices/items"


def numbers(answer):
    return [each["id"] for each in answer.json()["features"]]


def linked(answer, rel):
    return [each["href"] for each in answer.json()["links"] if each["rel"] == rel]


@pytest.fixture
def catalog():
    """The catalogue of the practices that are shown."""
    return table_state().prepared.catalog


def test_all_practices_are_there(get, practices):
    answer = get(ITEMS)
    assert answer.headers["content-type"] == "application/geo+json"
    assert numbers(answer) == practices["art"].tolist()
    whole = answer.json()
    assert whole["numberMatched"] == whole["numberReturned"] == len(practices)


def test_paging_leads_through_all_of_them_and_back(get, practices):
    seen, answer = [], get(ITEMS, limit=5, lang="en")
    seen += numbers(answer)
    while following := linked(answer, "next"):
        query = parse_qs(urlsplit(following[0]).query)
        assert query["lang"] == ["en"]
        answer = get(ITEMS, **query)
        seen += numbers(answer)
    assert seen == practices["art"].tolist()
    query = parse_qs(urlsplit(linked(answer, "prev")[0]).query)
    assert numbers(get(ITEMS, **query)) == seen[5:10]


def test_behind_the_end_there_is_nothing_and_the_way_back(get, practices):
    answer = get(ITEMS, offset=500)
    assert numbers(answer) == []
    assert linked(answer, "next") == []
    query = parse_qs(urlsplit(linked(answer, "prev")[0]).query)
    assert numbers(get(ITEMS, **query)) == practices["art"].tolist()


def test_too_large_a_limit_is_the_largest(get, practices):
    assert len(numbers(get(ITEMS, limit=999_999))) == len(practices)


@pytest.mark.parametrize(
    "query",
    [
        pytest.param({"szukaj": "gmina"}, id="words"),
        pytest.param({"ludnosc": "10000-"}, id="inhabitants"),
        pytest.param({"ludnosc": "brak"}, id="unknown inhabitants"),
        pytest.param({"lata": "2010-2020"}, id="years"),
        pytest.param({"nowe": "2020-01-01"}, id="since"),
        pytest.param({"obszar": "49.5,19.5,50.5,21.5"}, id="area"),
        pytest.param({"moja": "Bochnia", "promien": "100"}, id="circle"),
        pytest.param({"moja": "Bochnia", "tylkogrupa": "1"}, id="group"),
        pytest.param({"woj": ["małopolskie", "śląskie"]}, id="two voivodeships"),
    ],
)
def test_a_link_filters_as_it_does_on_the_page(get, catalog, query):
    lists = {name: [value] if isinstance(value, str) else value for name, value in query.items()}
    mask = matches(catalog, linked_filters(lists, catalog, geocoder))
    assert numbers(get(ITEMS, **query)) == catalog.practices["art"][mask].tolist()


@pytest.mark.parametrize("facet", list(Facet))
def test_each_filter_by_values_is_there(get, catalog, facet):
    index = catalog.facets[facet]
    value = index.values[index.codes[0]] if len(index.codes) else index.values[0]
    expected = catalog.practices["art"][index.mask((value,))].tolist()
    assert numbers(get(ITEMS, **{facet.value: value})) == expected


def test_every_filter_of_a_link_is_a_parameter(get):
    described = get("openapi.json").json()["paths"]["/collections/practices/items"]["get"]
    names = {each["name"] for each in described["parameters"]}
    assert {each.name for each in FILTERS} <= names
    assert {"p", "wybrane", "widok", "miara"}.isdisjoint(names)


def test_a_box_holds_the_points_that_features_have(get):
    every = get(ITEMS).json()["features"]
    box = (19.0, 49.5, 21.0, 50.5)

    def is_inside(feature):
        at = feature["geometry"]
        points = [] if at is None else at["coordinates"]
        points = [points] if at and at["type"] == "Point" else points
        return any(box[0] <= lon <= box[2] and box[1] <= lat <= box[3] for lon, lat in points)

    expected = [each["id"] for each in every if is_inside(each)]
    assert 0 < len(expected) < len(every)
    assert numbers(get(ITEMS, bbox="19,49.5,21,50.5")) == expected
    assert numbers(get(ITEMS, bbox="19,49.5,0,21,50.5,900")) == expected
    assert numbers(get(ITEMS, bbox="-180,-90,180,90")) == [
        each["id"] for each in every if each["geometry"]
    ]
    assert numbers(get(ITEMS, bbox="170,-90,-170,90")) == []


@pytest.mark.parametrize(
    ("span", "is_there"),
    [
        pytest.param("2015-06-01", True, id="day"),
        pytest.param("2015-06-01T12:00:00Z", True, id="moment"),
        pytest.param("2015-01-01/2015-12-31", True, id="span"),
        pytest.param("2015-06-01/..", True, id="open end"),
        pytest.param("../2015-05-31", False, id="open beginning"),
        pytest.param("/2015-06-01", True, id="empty beginning"),
        pytest.param("2015-06-02", False, id="another day"),
    ],
)
def test_a_span_of_time_is_that_of_the_introduction(get, practices, span, is_there):
    assert (int(practices["art"][3]) in numbers(get(ITEMS, datetime=span))) is is_there


def test_a_practice_has_an_address_of_its_own(get, practices):
    number = int(practices["art"][3])
    feature = get(f"{ITEMS}/{number}").json()
    (same,) = [each for each in get(ITEMS).json()["features"] if each["id"] == number]
    assert feature["properties"] == same["properties"]
    assert linked(get(f"{ITEMS}/{number}"), "self") == [
        f"https://mapa.example.org/api/{ITEMS}/{number}"
    ]
    assert feature["properties"]["introduced"] == "2015-06-01"
    assert feature["properties"]["permalink"] == f"https://mapa.example.org/praktyka/{number}"


@pytest.mark.parametrize("number", ["99999", "abc", "1e3", "-1", "٣", "1" * 400])
def test_a_practice_that_is_not_there(get, number):
    problem = get(f"{ITEMS}/{number}", status=404).json()
    assert problem["status"] == 404
    assert number[:100] in problem["detail"]


def test_each_feature_says_how_exact_it_is(get, practices):
    several, nowhere = (get(f"{ITEMS}/{practices['art'][row]}").json() for row in (1, 2))
    properties = several["properties"]
    assert several["geometry"]["type"] == "MultiPoint"
    assert properties["places_count"] == 3
    assert properties["located_count"] == len(several["geometry"]["coordinates"]) == 2
    assert properties["accuracy_m"] == max(
        each["accuracy_m"] for each in properties["positions"] if each["lat"] is not None
    )
    (unknown,) = [each for each in properties["positions"] if each["lat"] is None]
    assert unknown["status"] != "ok"
    assert nowhere["geometry"] is None
    assert nowhere["properties"]["precision"] is None
    assert nowhere["properties"]["accuracy_m"] is None


def test_coordinates_are_no_more_exact_than_the_point(get):
    for feature in get(ITEMS).json()["features"]:
        for position in feature["properties"]["positions"]:
            if position["accuracy_m"] and position["accuracy_m"] > 1000:
                assert round(position["lat"], 3) == position["lat"]


@pytest.mark.parametrize("chosen", ["geojson", "json", "csv"])
@pytest.mark.parametrize("one", [False, True])
def test_nothing_personal_leaves(get, practices, chosen, one):
    path = f"{ITEMS}/{practices['art'][0]}" if one else ITEMS
    text = get(path, f=chosen).text
    for secret in ("Tajna", "612", "tajna@", "Opowiada"):
        assert secret not in text
    assert "Długa 1" in text


def test_the_columns_are_the_public_fields(get):
    (first, *_) = get(ITEMS, limit=1).json()["features"]
    names = {field.name for field in FIELDS if field.is_public}
    hidden = {field.name for field in FIELDS if not field.is_public}
    assert names <= set(first["properties"])
    assert hidden.isdisjoint(first["properties"])


def test_csv_is_the_same_table_for_programs(get, practices):
    answer = get(ITEMS, f="csv", limit=4)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["x-total-count"] == str(len(practices))
    assert 'rel="next"' in answer.headers["link"]
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    features = get(ITEMS, limit=4).json()["features"]
    assert [int(row["id"]) for row in rows] == [each["id"] for each in features]
    assert [json.loads(row["positions"]) for row in rows] == [
        each["properties"]["positions"] for each in features
    ]
    assert list(rows[0])[3:] == list(features[0]["properties"])
    assert rows[0]["title"] == '\'=1+1 w "Bochni"', "no spreadsheet runs it"
    assert features[0]["properties"]["title"] == '=1+1 w "Bochni"'


def test_an_empty_csv_has_its_headings(get):
    rows = list(csv.reader(io.StringIO(get(ITEMS, f="csv", offset=99).text)))
    assert len(rows) == 1
    assert rows[0][:3] == ["id", "lon", "lat"]


def test_units_count_the_practices_that_pass(get, catalog):
    units = "collections/units/items"
    code = next(filter(None, catalog.local_units["teryt"]))
    own = catalog.local_units["teryt"] == code
    found = get(f"{units}/{code}").json()
    assert found["properties"]["practices"] == own.sum()
    assert found["geometry"]["type"] == "Point"
    assert found["properties"]["point_of"] in ("settlement", "inhabitants")
    none = get(f"{units}/{code}", szukaj="qwertyuiop").json()
    assert none["properties"]["practices"] == 0
    every = get(units, limit=3)
    assert every.json()["numberMatched"] == len(catalog.all_units.table)
    inside = get(units, bbox="20.4,49.9,20.5,50").json()["features"]
    assert {"Bochnia"} <= {each["properties"]["name"] for each in inside}
    get(f"{units}/999999", status=404)


def test_coverage_has_the_figures_of_the_page(get):
    figures = get("coverage", poziom="powiat", woj="małopolskie").json()
    assert figures["level"] == "powiat"
    assert len(figures["regions"]) == 22
    rows = list(
        csv.DictReader(
            io.StringIO(get("coverage", poziom="powiat", woj="małopolskie", f="csv").text)
        )
    )
    assert [row["teryt"] for row in rows] == [each["teryt"] for each in figures["regions"]]
    assert [int(row["praktyki"]) for row in rows] == [
        each["values"]["praktyki"] for each in figures["regions"]
    ]
    assert {each["key"] for each in figures["measures"]} == set(figures["regions"][0]["values"])
