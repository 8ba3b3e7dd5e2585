"""Whatever a service does wrong: a failure is told, and is never taken for nothing found."""

import ssl
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import trustme

from geocoding.errors import ServiceError, ServiceRefusedError, ServiceUnavailableError
from geocoding.model import Address, Status
from geocoding.online.geocoder import OnlineGeocoder
from geocoding.online.nominatim import NominatimService
from geocoding.online.rate_limiter import Limits, RateLimiter
from geocoding.online.transport import MAX_BYTES
from geocoding.online.uug import UugService

pytestmark = pytest.mark.slow

ADDRESS = Address(street="Rynkowa", number="2", city="Zmyślin")
PLACE = {
    "osm_id": 1,
    "lat": "49.97",
    "lon": "20.43",
    "addresstype": "building",
    "display_name": "2, Rynkowa, Zmyślin",
    "address": {"house_number": "2", "road": "Rynkowa", "town": "Zmyślin"},
}
FOUND = {"body": [PLACE]}
JSON_HEAD = b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n"
PASSING = {
    "500": {"status": 500},
    "502-html": {"status": 502, "body": "<html>Bad gateway", "kind": "text/html"},
    "503": {"status": 503},
    "503-wait": {"status": 503, "headers": {"Retry-After": "7"}},
    "503-bad-wait": {"status": 503, "headers": {"Retry-After": "Fri, 31 Dec 99999 23:59:59"}},
    "429-wait": {"status": 429, "headers": {"Retry-After": "7"}},
    "204": {"status": 204, "body": ""},
    "304": {"status": 304, "body": ""},
    "dropped": {"drops": True},
    "reset": {"resets": True},
    "half-an-answer": {"body": [PLACE], "promised_bytes": 1000},
    "empty": {"body": ""},
    "half-a-json": {"body": '[{"lat": "49.97", "lo'},
    "html": {"body": "<html>Log in</html>", "kind": "text/html"},
    "not-utf-8": {"body": b'[{"display_name": "Zmy\xb6lin"}]'},
    "deep": {"body": "[" * 100_000},
    "half-a-character": {"body": [PLACE | {"display_name": "\ud83d"}]},
    "no-number": {"body": '[{"lat": NaN, "lon": NaN, "display_name": "x"}]'},
    "no-number-as-text": {"body": [PLACE | {"lat": "NaN"}]},
    "no-latitude": {"body": [PLACE | {"lat": "95"}]},
    "no-longitude": {"body": [PLACE | {"lon": "380.43"}]},
    "too-large-a-number": {"body": [PLACE | {"lat": "1e999"}]},
    "another-form": {"body": {"results": [PLACE]}},
    "another-list": {"body": [1, 2, 3]},
}
LASTING = {
    "400": {"status": 400},
    "401": {"status": 401},
    "403": {"status": 403},
    "429": {"status": 429},
    "429-bad-wait": {"status": 429, "headers": {"Retry-After": "soon"}},
    "to-another-host": {"status": 302, "headers": {"Location": "http://example.org/search"}},
    "to-another-port": {"status": 302, "headers": {"Location": "http://127.0.0.1:1/search"}},
    "to-a-file": {"status": 307, "headers": {"Location": "file:///etc/hosts"}},
    "too-large": {
        "starts_with": JSON_HEAD + b"Content-Length: 104857600\r\n\r\n",
        "goes_on_with": b" " * (1 << 20),
        "pause_s": 0,
    },
}
FAULTS = PASSING | LASTING
SLOW = {
    "says-nothing": b"",
    "slow-head": JSON_HEAD + b"X-Slow: ",
    "slow-body": JSON_HEAD + b"\r\n[",
}


def geocoder(url, fake_time, *, attempts=3, timeout_s=60.0):
    service = NominatimService(server=url, user_agent="tests of ours", timeout_s=timeout_s)
    limits = Limits(attempts=attempts, failures=1000)
    return OnlineGeocoder(
        service, RateLimiter(limits, clock=fake_time.clock, sleep=fake_time.sleep)
    )


@pytest.mark.parametrize("first", FAULTS)
def test_after_any_two_faults_the_answer_is_found_or_the_failure_told(stub, fake_time, first):
    client = geocoder(stub.url, fake_time)
    for second in FAULTS:
        stub.requests.clear()
        stub.answers(FAULTS[first], FAULTS[second], FOUND)

        try:
            status = client.match(ADDRESS).status
        except ServiceError as error:
            status = type(error)

        lasting = [name in LASTING for name in (first, second)]
        expected = ServiceRefusedError if any(lasting) else Status.OK
        assert (second, status) == (second, expected)
        assert len(stub.requests) == ([*lasting, True].index(True) + 1)


SLOW_PAIRS = [
    pair
    for slow in SLOW
    for other in ("500", "429-wait", "reset", "half-an-answer", "403")
    for pair in ((slow, other), (other, slow))
]


@pytest.mark.parametrize("names", SLOW_PAIRS, ids="+".join)
def test_a_slow_answer_and_another_fault_are_never_nothing_found(stub, fake_time, names):
    """On a machine that has much to do, the good answer may be late as well."""
    pair = [FAULTS.get(name) or slow(SLOW[name]) for name in names]
    stub.answers(*pair, FOUND)

    try:
        status = geocoder(stub.url, fake_time, timeout_s=0.2).match(ADDRESS).status
    except ServiceError as error:
        status = type(error)

    good = ServiceRefusedError if "403" in names else Status.OK
    assert status in {good, ServiceUnavailableError}


def slow(start):
    """A reply that starts and goes on for ever, a byte at a time."""
    return {"starts_with": start or b" ", "goes_on_with": b" " if start else b""}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_stays_is_a_failure(stub, fake_time, fault):
    stub.answers(FAULTS[fault])

    with pytest.raises(ServiceError, match=r"^nominatim: "):
        geocoder(stub.url, fake_time).match(ADDRESS)


@pytest.mark.parametrize("fault", [name for name in FAULTS if name not in ("204", "304")])
def test_uug_has_no_place_in_a_fault(stub, fake_time, fault):
    stub.answers(FAULTS[fault])
    gate = RateLimiter(Limits(attempts=1), clock=fake_time.clock, sleep=fake_time.sleep)

    with pytest.raises(ServiceError, match=r"^uug: "):
        OnlineGeocoder(UugService(server=stub.url, timeout_s=60), gate).match(ADDRESS)


@pytest.mark.parametrize("start", SLOW.values(), ids=SLOW)
def test_a_service_that_never_ends_its_answer_is_given_up(stub, fake_time, start):
    """A byte at a time, each in time."""
    stub.answers(slow(start))

    with pytest.raises(ServiceUnavailableError, match=r"no whole answer within 0\.3 s"):
        geocoder(stub.url, fake_time, attempts=1, timeout_s=0.3).match(ADDRESS)


def test_what_was_cut_is_no_answer_even_if_it_could_be_read(stub, fake_time):
    """Without a length the end of an answer is where the connection ends."""
    stub.answers({"starts_with": JSON_HEAD + b"\r\n[]", "goes_on_with": b" "})

    with pytest.raises(ServiceUnavailableError, match="no whole answer within"):
        geocoder(stub.url, fake_time, attempts=1, timeout_s=0.3).match(ADDRESS)


def test_a_slow_service_is_asked_again(stub, fake_time):
    stub.answers({"starts_with": JSON_HEAD, "goes_on_with": b"X"}, FOUND)

    assert geocoder(stub.url, fake_time, timeout_s=1).match(ADDRESS).status is Status.OK


def test_of_an_answer_without_end_no_more_is_read_than_is_bearable(stub, fake_time):
    sent = []
    stub.on_request = lambda: sent.append(0)
    stub.answers(LASTING["too-large"])

    with pytest.raises(ServiceRefusedError, match=f"more than {MAX_BYTES >> 20} MiB"):
        geocoder(stub.url, fake_time).match(ADDRESS)

    assert sent == [0]


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("https://example.org/?key=secret", "to https://example.org, where nothing is asked"),
        ("//example.org/", "to http://example.org,"),
        ("file:///etc/hosts", "to file://,"),
        ("ftp://127.0.0.1/", "to ftp://127.0.0.1,"),
    ],
)
def test_nobody_else_is_asked_than_who_was_named(stub, fake_time, location, said):
    stub.answers({"status": 301, "headers": {"Location": location}})

    with pytest.raises(ServiceRefusedError, match="--server") as told:
        geocoder(stub.url, fake_time).match(ADDRESS)

    assert said in str(told.value)
    assert "secret" not in str(told.value)


def test_another_address_of_the_same_server_is_asked(stub, fake_time):
    moved = {"status": 301, "headers": {"Location": "/search.php?q=x"}}
    stub.answers(moved, FOUND)

    assert geocoder(stub.url, fake_time).match(ADDRESS).status is Status.OK
    assert stub.requests[1] == {"q": "x"}


def test_a_server_that_leads_in_circles_is_given_up(stub, fake_time):
    stub.answers({"status": 302, "headers": {"Location": "/again"}})

    with pytest.raises(ServiceRefusedError, match="without end"):
        geocoder(stub.url, fake_time).match(ADDRESS)


@pytest.fixture(scope="module")
def authority():
    return trustme.CA()


@pytest.fixture
def secure(request, authority):
    """The address of a server with a certificate for the name that the test gives."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"[]")

        def log_message(self, *words):
            """Say nothing."""

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(request.param).configure_cert(context)
    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("secure", ["127.0.0.1"], indirect=True)
def test_a_certificate_that_nobody_vouches_for_is_refused(secure, fake_time):
    with pytest.raises(ServiceRefusedError, match="certificate is not accepted") as told:
        geocoder(secure, fake_time).match(ADDRESS)

    assert "SSL_CERT_FILE" in str(told.value)


@pytest.fixture
def trusted(authority, tmp_path, monkeypatch):
    """An environment that names our authority."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("secure", ["127.0.0.1"], indirect=True)
def test_a_certificate_of_an_authority_that_is_named_is_accepted(secure, fake_time):
    assert geocoder(secure, fake_time).match(ADDRESS).status is Status.NO_MATCH


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("secure", ["other.example"], indirect=True)
def test_a_certificate_of_another_server_is_refused(secure, fake_time):
    with pytest.raises(ServiceRefusedError, match="certificate is not accepted"):
        geocoder(secure, fake_time).match(ADDRESS)
