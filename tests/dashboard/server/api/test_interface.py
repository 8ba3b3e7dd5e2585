"""The interface as a whole: its documents, its rules of HTTP, its limits, what it refuses."""

import json

import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator

from dashboard.errors import SettingsError
from dashboard.rate_limits import MinuteLimit, rate_limits
from dashboard.server.origins import api_origins
from dashboard.variables import DATA_VARIABLE

ITEMS = "collections/practices/items"
SITE = "https://www.example.org"


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_description_is_valid(get, language):
    answer = get("openapi.json", lang=language)
    assert answer.headers["content-type"] == "application/vnd.oai.openapi+json;version=3.0"
    OpenAPIV30SpecValidator(answer.json()).validate()


def test_every_address_of_the_description_answers(get, practices):
    described = get("openapi.json").json()
    names = {"practices": str(practices["art"][0]), "units": "1201"}
    for path, operations in described["paths"].items():
        collection = path.split("/")[2] if path.count("/") > 1 else ""
        get(path.removeprefix("/").replace("{id}", names.get(collection, "")))
        assert list(operations) == ["get"]


def test_the_landing_page_leads_everywhere(serve):
    client = serve(base_path="praktyki")
    for path in ("/praktyki/api", "/praktyki/api/"):
        links = client.ask(path).json()["links"]
        own = "https://mapa.example.org"
        assert {each["rel"] for each in links} >= {"self", "service-desc", "conformance", "data"}
        for each in links:
            address, _, query = each["href"].partition("?")
            assert address.startswith(f"{own}/praktyki/")
            asked = dict([query.split("=")]) if query else {}
            answer = client.ask(address.removeprefix(own), query=asked)
            assert answer.status == 200
            if each["rel"] != "alternate":
                assert answer.headers["content-type"].startswith(each["type"])


def test_links_follow_how_the_browser_came(serve):
    answer = serve().ask("/api/collections", x_forwarded_proto="http", host="localhost:8501")
    assert answer.json()["links"][0]["href"] == "http://localhost:8501/api/collections"


@pytest.mark.parametrize(
    ("path", "base_path"),
    [("/", ""), ("/apis", ""), ("/pokrycie", ""), ("/api/", "praktyki"), ("/praktyki/apix", "")],
)
def test_other_addresses_are_passed_on(serve, path, base_path):
    assert serve(base_path=base_path).ask(path).text == f"behind {path}"


@pytest.mark.parametrize(
    ("query", "names"),
    [
        pytest.param({"x": "1"}, ["x"], id="no parameter"),
        pytest.param({"widok": "52,19,6"}, ["widok"], id="of the page alone"),
        pytest.param({"limit": "0"}, ["limit"], id="no feature"),
        pytest.param({"limit": "-3", "offset": "x"}, ["limit", "offset"], id="two at once"),
        pytest.param({"bbox": "1,2,3"}, ["bbox"], id="three corners"),
        pytest.param({"bbox": "19,51,20,50"}, ["bbox"], id="north below south"),
        pytest.param({"bbox": "nan,1,2,3"}, ["bbox"], id="no number"),
        pytest.param({"datetime": "wczoraj"}, ["datetime"], id="no day"),
        pytest.param({"datetime": "2020-02-30"}, ["datetime"], id="no such day"),
        pytest.param({"datetime": "2021-01-01/2020-01-01"}, ["datetime"], id="backwards"),
        pytest.param({"datetime": "2020-01-01T25:00:00Z"}, ["datetime"], id="no such hour"),
        pytest.param({"f": "xlsx"}, ["f"], id="no such format"),
        pytest.param({"lang": "de"}, ["lang"], id="no such language"),
        pytest.param({"woj": "malopolskie"}, ["woj"], id="no such voivodeship"),
        pytest.param({"ludnosc": "dużo"}, ["ludnosc"], id="no range"),
        pytest.param({"nowe": "wczoraj"}, ["nowe"], id="no such day since"),
        pytest.param({"uzupelnij": "tak"}, ["uzupelnij"], id="another word of a switch"),
        pytest.param({"moja": "Nibylandia", "promien": "5"}, ["moja"], id="no such place"),
        pytest.param({"wskaznikjednostki": "nie-ma:1-2"}, ["wskaznikjednostki"], id="no figure"),
        pytest.param({"szukaj": ["a", "b"]}, ["szukaj"], id="twice"),
        pytest.param({"szukaj": "a" * 2000}, ["szukaj"], id="far too long"),
        pytest.param({"nowe": ""}, ["nowe"], id="no day at all"),
        pytest.param({"limit": ""}, ["limit"], id="no number at all"),
        pytest.param({"szukaj": "a" * 201}, ["szukaj"], id="too long"),
        pytest.param({"woj": "a" * 2000}, ["woj"], id="too long a value"),
    ],
)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_what_cannot_be_used_is_named(get, query, names, language):
    asked = query if "lang" in query else {**query, "lang": language}
    answer = get(ITEMS, status=400, **asked)
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == 400
    assert [each["parameter"] for each in problem["errors"]] == names
    assert all(each["expected"] for each in problem["errors"])


def test_the_nearest_values_are_named(get):
    (error,) = get(ITEMS, status=400, woj="malopolskie").json()["errors"]
    assert "'małopolskie'" in error["expected"]


@pytest.mark.parametrize(
    ("path", "query", "parameter"),
    [
        ("coverage", {"poziom": "kraj"}, "poziom"),
        ("coverage", {"miara": "nie ma"}, "miara"),
        ("coverage", {"limit": "3"}, "limit"),
        ("", {"woj": "małopolskie"}, "woj"),
        (f"{ITEMS}/7", {"woj": "małopolskie"}, "woj"),
    ],
)
def test_parameters_belong_to_their_address(get, path, query, parameter):
    (error,) = get(path, status=400, **query).json()["errors"]
    assert error["parameter"] == parameter


@pytest.mark.parametrize(
    "path", ["nix", "collections/nix", "collections/nix/items", f"{ITEMS}/7/x"]
)
def test_an_address_that_is_not_there(get, path):
    answer = get(path, status=404)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(serve, method):
    answer = serve().ask(f"/api/{ITEMS}", method=method)
    assert answer.status == 405
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        pytest.param("*/*", "application/geo+json", id="anything"),
        pytest.param("application/json", "application/json", id="JSON"),
        pytest.param("text/csv;q=0.9, application/geo+json;q=0.1", "text/csv", id="rather CSV"),
        pytest.param("text/html, */*;q=0.8", "application/geo+json", id="a browser"),
        pytest.param("text/*", "text/csv", id="a family"),
        pytest.param("application/geo+json;q=0, application/*", "application/json", id="not that"),
    ],
)
def test_the_format_follows_the_header(get, accepted, expected):
    answer = get(ITEMS, headers={"accept": accepted}, limit=1)
    assert answer.headers["content-type"].partition(";")[0] == expected
    assert "Accept" in answer.headers["vary"]


def test_a_format_that_there_is_not(get):
    get(ITEMS, status=406, headers={"accept": "image/png"})
    assert get(ITEMS, headers={"accept": "image/png"}, f="csv", limit=1)


def test_what_the_asker_has_is_not_sent_again(get):
    first = get(ITEMS)
    for tag in (first.headers["etag"], first.headers["etag"].removeprefix("W/"), '"x", *'):
        again = get(ITEMS, status=304, headers={"if_none_match": tag})
        assert again.body == b""
        assert again.headers["etag"] == first.headers["etag"]
    get(ITEMS, headers={"if_none_match": '"x"'})
    assert get(ITEMS, limit=1).headers["etag"] != first.headers["etag"]


def test_answers_are_compressed(get):
    packed = get(ITEMS, headers={"accept_encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json() == get(ITEMS).json()
    assert len(packed.body) < len(get(ITEMS).body) / 2


def test_head_has_the_headers(serve):
    whole, head = (serve().ask(f"/api/{ITEMS}", method=method) for method in ("GET", "HEAD"))
    assert (head.status, dict(head.headers)) == (whole.status, dict(whole.headers))


def test_pages_of_other_sites_read_it_where_the_settings_say_so(serve):
    closed = serve().ask("/api/", origin=SITE)
    assert "access-control-allow-origin" not in closed.headers
    client = serve(origins=(SITE,))
    for path in ("/api/", "/api/nix"):
        assert client.ask(path, origin=SITE).headers["access-control-allow-origin"] == SITE
    other = client.ask("/api/", origin="https://evil.example")
    assert "access-control-allow-origin" not in other.headers
    assert serve(origins=("*",)).ask("/api/", origin=SITE).headers["access-control-allow-origin"]
    asked = {"origin": SITE, "access_control_request_method": "GET"}
    assert client.ask("/api/", method="OPTIONS", **asked).status == 200
    asked["access_control_request_method"] = "POST"
    assert client.ask("/api/", method="OPTIONS", **asked).status == 400


@pytest.mark.parametrize(
    "origin", ["www.example.org", "https://a.example/x", "ftp://a.example", ""]
)
def test_what_is_no_site_is_refused(origin):
    with pytest.raises(SettingsError, match="--api-origin"):
        api_origins([origin])


def test_sites_are_written_alike():
    assert api_origins(["HTTPS://A.example/", "https://a.example", "*"]) == (
        "https://a.example",
        "*",
    )


def test_a_visitor_has_a_number_a_minute(serve, monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_API_PER_MINUTE", "3")
    rate_limits.cache_clear()
    try:
        client = serve()
        statuses = [client.ask("/api/conformance").status for _ in range(5)]
    finally:
        rate_limits.cache_clear()
    assert 429 in statuses
    assert statuses.count(200) >= 3
    refused = client.ask("/api/conformance", lang="en")
    if refused.status == 429:
        assert refused.json()["status"] == 429
        assert 1 <= int(refused.headers["retry-after"]) <= 60
    assert client.ask("/api/conformance", client="192.0.2.2").status == 200


def test_the_count_of_a_minute_ends_with_it():
    now = [30.0]
    limit = MinuteLimit(2, clock=lambda: now[0])
    assert [limit.acquire("a") for _ in range(3)] == [0, 0, 30]
    assert limit.acquire("b") == 0
    now[0] = 60.0
    assert limit.acquire("a") == 0


def test_a_network_of_ipv6_is_one_visitor(serve, monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_API_PER_MINUTE", "1")
    rate_limits.cache_clear()
    try:
        client = serve()
        hosts = ("2001:db8::1", "2001:db8::2", "2001:db8::3")
        statuses = [client.ask("/api/conformance", client=host).status for host in hosts]
    finally:
        rate_limits.cache_clear()
    assert 429 in statuses


def test_a_store_that_cannot_be_read(get, tmp_path, monkeypatch):
    path = tmp_path / "praktyki.sqlite"
    path.write_bytes(b"no database")
    monkeypatch.setenv(DATA_VARIABLE, str(path))
    answer = get(ITEMS, status=503)
    assert json.loads(answer.text)["status"] == 503
    assert int(answer.headers["retry-after"]) > 0
