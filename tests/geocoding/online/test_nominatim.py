import pytest

from geocoding.errors import ServiceRefusedError, ServiceUnavailableError, SettingsError
from geocoding.model import Address, Precision, Status
from geocoding.online.geocoder import OnlineGeocoder
from geocoding.online.nominatim import NominatimService

TOWN_HALL = Address(
    street="ul. Rynkowa",
    number="2/5",
    city="Zmyślin",
    postal_code="32-700",
    county="zmyśliński",
)


def place(lat="49.97", kind="building", **changes):
    details = {"house_number": "2", "road": "Rynkowa", "town": "Zmyślin", "postcode": "32-700"}
    details |= {"county": "powiat zmyśliński", "state": "województwo małopolskie"} | changes
    return {
        "osm_id": 1,
        "lat": lat,
        "lon": "20.43",
        "addresstype": kind,
        "display_name": ", ".join(details.values()),
        "address": {name: value for name, value in details.items() if value},
    }


@pytest.fixture
def geocoder(stub, gate):
    service = NominatimService(server=stub.url, user_agent="tests of ours", timeout_s=5)
    return OnlineGeocoder(service, gate)


def test_a_building_is_found_by_one_structured_question(geocoder, stub):
    stub.answers({"body": [place()]})

    match = geocoder.match(TOWN_HALL)

    assert (match.status, match.precision) == (Status.OK, Precision.BUILDING)
    assert (match.point.lat, match.point.lon) == (49.97, 20.43)
    assert (match.matched_postal_code, match.matched_county) == ("32-700", "zmyśliński")
    assert match.matched_voivodeship == "małopolskie"
    assert match.attribution == "© OpenStreetMap contributors, ODbL 1.0"
    assert match.score == 1
    assert [(one["street"], one["city"], one["countrycodes"]) for one in stub.requests] == [
        ("2 Rynkowa", "Zmyślin", "pl")
    ]
    assert stub.user_agents == ["tests of ours"]


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        pytest.param(
            Address(street="Krzeczów", number="15", city="Bochnia"),
            [("15 Krzeczów", "Bochnia"), ("15", "Krzeczów"), (None, "Bochnia")],
            id="street-or-village",
        ),
        pytest.param(
            Address(street="ul. Długa", number="15", city="Bochnia"),
            [("15 Długa", "Bochnia"), (None, "Bochnia")],
            id="surely-a-street",
        ),
        pytest.param(
            Address(city="Krzeczów 15"), [("15", "Krzeczów"), (None, "Krzeczów")], id="village"
        ),
        pytest.param(Address(city="Kraków-Podgórze"), [(None, "Kraków")], id="district"),
    ],
)
def test_coarser_questions_follow_where_nothing_is_found(geocoder, stub, address, asked):
    match = geocoder.match(address)

    assert match.status is Status.NO_MATCH
    assert [(one.get("street"), one.get("city")) for one in stub.requests] == asked


def test_an_address_with_a_code_alone_is_asked_by_it(geocoder, stub):
    result = place(kind="postcode", house_number="", road="", town="")
    del result["osm_id"]
    stub.answers({"body": [result]})

    match = geocoder.match(Address(postal_code="32700"))

    assert stub.requests[0]["postalcode"] == "32-700"
    assert match.precision is Precision.POSTAL_CODE


@pytest.mark.parametrize(
    ("results", "status", "precision"),
    [
        pytest.param([place(kind="road", house_number="")], "ok", "street", id="number-unknown"),
        pytest.param([place(house_number="7")], "ok", "street", id="another-number"),
        pytest.param([place(road="Inna")], "ok", "locality", id="another-street"),
        pytest.param([place(town="Inny")], "ok", "building", id="the-code-holds"),
        pytest.param([place(postcode="32-701")], "ok", "building", id="a-code-beside"),
        pytest.param([place(postcode="80-001")], "no_match", None, id="a-code-far-away"),
        pytest.param([place(town="Inny", postcode="32-701")], "no_match", None, id="elsewhere"),
        pytest.param([place(lat="52.5"), place()], "ambiguous", "building", id="two-alike"),
        pytest.param([place(lat="49.9701"), place()], "ok", "building", id="two-side-by-side"),
        pytest.param(
            [place(postcode="32-701", lat="52.5"), place()], "ok", "building", id="code-wins"
        ),
        pytest.param([place(lat="45.0")], "no_match", None, id="outside-poland"),
    ],
)
def test_what_an_answer_means(geocoder, stub, results, status, precision):
    stub.answers({"body": results})

    match = geocoder.match(TOWN_HALL)

    assert (match.status, match.precision) == (status, precision)
    assert match.candidates[0].label == match.matched_label or status == "no_match"


def test_a_street_without_a_town_is_asked_by_the_code(geocoder, stub):
    stub.answers({"body": [place(postcode="32-700")]})

    match = geocoder.match(Address(street="Rynkowa", number="2", postal_code="32-700"))

    assert match.precision is Precision.BUILDING
    assert (stub.requests[0]["street"], stub.requests[0]["postalcode"]) == ("2 Rynkowa", "32-700")


def test_what_was_rejected_is_told(geocoder, stub):
    stub.answers({"body": [place(postcode="80-001")]})

    match = geocoder.match(TOWN_HALL)

    assert match.point is None
    assert match.candidates[0].postal_code == "80-001"
    assert match.checks["postal_code"] is False
    assert match.decided_by == "each place is elsewhere"


@pytest.mark.parametrize(
    ("failure", "error", "requests"),
    [
        pytest.param({"status": 500}, ServiceUnavailableError, 3, id="500"),
        pytest.param({"status": 503}, ServiceUnavailableError, 3, id="503"),
        pytest.param({"status": 429}, ServiceRefusedError, 1, id="429"),
        pytest.param({"status": 403}, ServiceRefusedError, 1, id="403"),
        pytest.param({"status": 400}, ServiceRefusedError, 1, id="400"),
        pytest.param({"drops": True}, ServiceUnavailableError, 3, id="dropped"),
        pytest.param({"body": "", "status": 200}, ServiceUnavailableError, 3, id="nothing"),
        pytest.param({"body": '[{"lat": "4'}, ServiceUnavailableError, 3, id="half-a-json"),
        pytest.param({"promised_bytes": 99}, ServiceUnavailableError, 3, id="broken-off"),
        pytest.param({"body": "<html>"}, ServiceUnavailableError, 3, id="garbage"),
        pytest.param({"body": {}}, ServiceUnavailableError, 3, id="empty-object"),
        pytest.param({"body": None}, ServiceUnavailableError, 3, id="null"),
        pytest.param({"body": ["x"]}, ServiceUnavailableError, 3, id="no-places"),
        pytest.param({"body": [{"lat": "x"}]}, ServiceUnavailableError, 3, id="no-point"),
    ],
)
def test_a_failure_is_never_taken_for_nothing_found(geocoder, stub, failure, error, requests):
    stub.answers(failure)

    with pytest.raises(error):
        geocoder.match(TOWN_HALL)

    assert len(stub.requests) == requests


@pytest.mark.parametrize("status", [429, 503])
def test_the_wait_that_a_service_asks_for_is_kept(geocoder, stub, fake_time, status):
    stub.answers({"status": status, "headers": {"Retry-After": "42"}}, {"body": [place()]})

    assert geocoder.match(TOWN_HALL).status is Status.OK
    assert fake_time.naps == [42]
    assert len(stub.requests) == 2


@pytest.mark.parametrize(
    ("server", "user_agent", "message"),
    [
        pytest.param("nominatim.local", "me", "http://HOST or https://HOST", id="no-scheme"),
        pytest.param("http://nominatim.local", " ", "user agent is needed", id="no-user-agent"),
    ],
)
def test_a_server_and_a_user_agent_are_needed(server, user_agent, message):
    with pytest.raises(SettingsError, match=message):
        NominatimService(server=server, user_agent=user_agent, timeout_s=1)
