"""Contracts with geopy and urllib3: what the adapters use of their inside, with the real ones."""

import pytest
import requests
from geopy.exc import GeocoderServiceError
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from geocoding.online.deadline import DeadlineHTTPAdapter, ends_after
from geocoding.online.geopy_private import GeopyGeocoder
from geocoding.online.transport import OneRequestAdapter


@pytest.fixture
def geocoder():
    return GeopyGeocoder(user_agent="gmina", timeout=5, adapter_factory=OneRequestAdapter)


def test_geopy_asks_once_and_hands_the_answer_on(geocoder, stub):
    stub.answers({"body": [1, 2]})
    assert geocoder.answer_to(f"{stub.url}?q=Bochnia", len, timeout=5) == 2
    assert stub.requests == [{"q": "Bochnia"}]
    assert stub.user_agents == ["gmina"]


def test_geopy_raises_its_own_error_with_the_status_as_its_cause(geocoder, stub):
    stub.answers({"status": 503})
    with pytest.raises(GeocoderServiceError) as caught:
        geocoder.answer_to(stub.url, len, timeout=5)
    assert caught.value.__cause__.status_code == 503
    assert len(stub.requests) == 1


@pytest.mark.parametrize("point", [(49.969, 20.4303), "49.969, 20.4303"])
def test_geopy_writes_a_point_by_a_pattern(geocoder, point):
    assert geocoder.point_text(point, "%(lon)s %(lat)s") == "20.4303 49.969"


def test_urllib3_opens_our_connections_for_both_schemes():
    adapter = DeadlineHTTPAdapter(ssl_context=None)
    pools = {
        scheme: adapter.poolmanager.connection_from_host("localhost", scheme=scheme)
        for scheme in ("http", "https")
    }
    through_proxy = adapter.proxy_manager_for("http://localhost:3128")
    pools["proxy"] = through_proxy.connection_from_host("localhost", scheme="http")
    for pool in pools.values():
        kind = pool.ConnectionCls
        assert isinstance(pool, (HTTPConnectionPool, HTTPSConnectionPool))
        assert kind.__module__ == DeadlineHTTPAdapter.__module__
        assert "getresponse" in vars(kind)


def test_urllib3_hands_over_the_socket_that_a_deadline_cuts(stub):
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n["
    stub.answers({"starts_with": head, "goes_on_with": b" "})
    with requests.Session() as session, ends_after(0.2) as deadline:
        session.mount("http://", DeadlineHTTPAdapter(ssl_context=None))
        with pytest.raises((requests.RequestException, OSError)):
            session.get(stub.url, timeout=5)
        assert deadline.is_over
