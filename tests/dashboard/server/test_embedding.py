"""What pages of other sites may show in a frame: parts of the map's page, for named sites alone."""

import asyncio

import pytest

from dashboard.server.embedding import Embedding
from dashboard.server.protection import HEADERS, Protection
from dashboard.server.visit_owner import VisitOwner

SITES = ("https://www.example.org", "http://intranet:8080")
ANCESTORS = "frame-ancestors 'self' https://www.example.org http://intranet:8080"
OWN_ALONE = "frame-ancestors 'self'"


def answered(middleware, path, query="", **named):
    """The headers of a page's answer, their names small."""
    sent = []

    async def app(_scope, _receive, send):
        headers = [(b"content-type", b"text/html; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})

    async def send(message):
        sent.extend(message["headers"])

    scope = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "query_string": query.encode(),
        "headers": [
            (name.replace("_", "-").encode(), value.encode()) for name, value in named.items()
        ],
    }
    asyncio.run(middleware(app)(scope, None, send))
    return {name.decode().lower(): value.decode() for name, value in sent}


@pytest.mark.parametrize(
    ("path", "query", "is_allowed"),
    [
        pytest.param("/praktyki/", "osadzenie=mapa", True, id="map"),
        pytest.param("/praktyki", "osadzenie=mapa", True, id="map, without the slash"),
        pytest.param("/praktyki/", "woj=a&osadzenie=lista&lang=en", True, id="list"),
        pytest.param("/praktyki/", "osadzenie=karta&p=150", True, id="card"),
        pytest.param("/praktyki/component/a/index.html", "", True, id="frame of a map"),
        pytest.param("/praktyki/", "", False, id="whole page"),
        pytest.param("/praktyki/", "osadzenie=", False, id="empty"),
        pytest.param("/praktyki/", "osadzenie=wszystko", False, id="no part"),
        pytest.param("/praktyki/", "osadzenie=mapa&osadzenie=x", False, id="the last counts"),
        pytest.param("/praktyki/jakosc", "osadzenie=mapa", False, id="another page"),
        pytest.param("/", "osadzenie=mapa", False, id="beside the base path"),
        pytest.param("/praktyki/media/a.html", "osadzenie=mapa", False, id="a file"),
    ],
)
def test_parts_of_the_map_page_alone_may_be_embedded(path, query, is_allowed):
    headers = answered(
        lambda app: Protection(app, embedding=Embedding(SITES, "praktyki")), path, query
    )
    rules = headers["content-security-policy"].split("; ")
    assert (ANCESTORS in rules) == is_allowed or "/component/" in path
    assert (OWN_ALONE in rules) != (ANCESTORS in rules)
    assert ("x-frame-options" in headers) != is_allowed
    for name in HEADERS:
        assert name.lower() in headers or name == "X-Frame-Options"


def test_nobody_embeds_where_no_site_is_named():
    for query in ("osadzenie=mapa", ""):
        headers = answered(Protection, "/", query)
        assert OWN_ALONE in headers["content-security-policy"].split("; ")
        assert headers["x-frame-options"] == "SAMEORIGIN"


def test_nothing_else_of_the_policy_is_other_for_a_part():
    part = answered(lambda app: Protection(app, embedding=Embedding(SITES)), "/", "osadzenie=mapa")
    whole = answered(Protection, "/")
    assert (
        part["content-security-policy"].replace(ANCESTORS, OWN_ALONE)
        == (whole["content-security-policy"])
    )
    assert whole.pop("x-frame-options") == "SAMEORIGIN"
    assert part | {"content-security-policy": ""} == whole | {"content-security-policy": ""}


OF_A_FRAME = "SameSite=None; Secure; Partitioned"


@pytest.mark.parametrize(
    ("sites", "query", "named", "reach"),
    [
        pytest.param(SITES, "osadzenie=mapa", {"sec_fetch_dest": "iframe"}, OF_A_FRAME, id="frame"),
        pytest.param(SITES, "osadzenie=mapa", {}, OF_A_FRAME, id="a browser that does not say"),
        pytest.param(
            SITES,
            "osadzenie=mapa",
            {"sec_fetch_dest": "document"},
            "SameSite=Lax; Secure",
            id="tab",
        ),
        pytest.param(
            SITES, "", {"sec_fetch_dest": "iframe"}, "SameSite=Lax; Secure", id="whole page"
        ),
        pytest.param((), "osadzenie=mapa", {}, "SameSite=Lax; Secure", id="no site"),
        pytest.param(
            SITES, "osadzenie=mapa", {"x_forwarded_proto": "http"}, "SameSite=Lax", id="by http"
        ),
    ],
)
def test_a_frame_within_another_site_has_a_cookie_of_its_own_by_https(sites, query, named, reach):
    headers = answered(
        lambda app: VisitOwner(app, embedding=Embedding(sites)),
        "/",
        query,
        **{"x_forwarded_proto": "https"} | named,
    )
    assert headers["set-cookie"].partition("HttpOnly; ")[2] == reach
