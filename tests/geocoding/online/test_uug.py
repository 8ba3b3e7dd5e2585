import pytest

from geocoding.errors import ServiceUnavailableError
from geocoding.model import Address, Precision, Status
from geocoding.online.geocoder import OnlineGeocoder
from geocoding.online.uug import Uug, UugService


def result(street="Rynkowa", number="2", city="Zmyślin", code="32-700", county="zmyśliński"):
    return {
        "city": city,
        "street": street,
        "number": number,
        "code": code,
        "jednostka": f"{{Polska,małopolskie,{county},Zmyślin}}",
        "x": "20.4303",
        "y": "49.9690",
        "accuracy": "1",
    }


def answer(*results, kind="address"):
    numbered = {str(number): one for number, one in enumerate(results, start=1)}
    return {
        "type": kind,
        "found objects": len(results),
        "returned objects": len(results),
        "results": numbered or None,
    }


@pytest.fixture
def geocoder(stub, gate):
    return OnlineGeocoder(UugService(server=stub.url, timeout_s=5), gate)


def test_geocode_is_geopys(stub):
    stub.answers({"body": answer(result())})

    location = Uug(server=stub.url).geocode("Zmyślin, Rynkowa 2")

    assert location.address == "Rynkowa 2, 32-700 Zmyślin"
    assert (location.latitude, location.longitude) == (49.9690, 20.4303)
    assert location.raw["jednostka"] == "{Polska,małopolskie,zmyśliński,Zmyślin}"
    assert stub.requests == [
        {"request": "GetAddress", "address": "Zmyślin, Rynkowa 2", "srid": "4326"}
    ]


def test_geocode_gives_all_or_nothing(stub):
    stub.answers({"body": answer(result(), result(number="4"))}, {"body": answer()})
    uug = Uug(server=stub.url)

    assert len(uug.geocode("Zmyślin, Rynkowa", exactly_one=False)) == 2
    assert uug.geocode("Zmyślin, Rynkowa", exactly_one=False) is None


def test_reverse_asks_by_longitude_and_latitude(stub):
    stub.answers({"body": answer(result())})

    assert Uug(server=stub.url).reverse((49.969, 20.4303)).address == "Rynkowa 2, 32-700 Zmyślin"
    assert stub.requests[0]["request"] == "GetAddressReverse"
    assert stub.requests[0]["location"] == "POINT(20.4303 49.969)"


def test_a_building_is_found(geocoder, stub):
    stub.answers({"body": answer(result())})

    match = geocoder.match(Address(street="ul. Rynkowa", number="2 m. 7", city="Zmyślin"))

    assert (match.status, match.precision) == (Status.OK, Precision.BUILDING)
    assert (match.point.lat, match.point.lon) == (49.9690, 20.4303)
    assert (match.matched_county, match.matched_voivodeship) == ("zmyśliński", "małopolskie")
    assert (match.provider, match.attribution[:5]) == ("uug", "GUGiK")


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        pytest.param(
            Address(street="ul. Polna", number="1", city="Zmyślin", postal_code="32-700"),
            ["Zmyślin, Polna 1", "Zmyślin"],
            id="street",
        ),
        pytest.param(
            Address(street="Wólka", number="15", city="Zmyślin", postal_code="32-700"),
            ["Zmyślin, Wólka 15", "32-700 Wólka 15", "Zmyślin"],
            id="street-or-village",
        ),
        pytest.param(Address(city="Wólka", number="15"), ["Wólka 15", "Wólka"], id="village"),
    ],
)
def test_questions_get_coarser(geocoder, stub, address, asked):
    stub.answers({"body": answer()})

    assert geocoder.match(address).status is Status.NO_MATCH
    assert [request["address"] for request in stub.requests] == asked


def test_what_the_service_cannot_be_asked_by_is_skipped(geocoder, stub):
    match = geocoder.match(Address(street="Polna", number="1", postal_code="32-700"))

    assert (match.status, stub.requests) == (Status.SKIPPED, [])
    assert "No locality is stated" in match.error


@pytest.mark.parametrize(
    "stated",
    [
        pytest.param({"postal_code": "87-220"}, id="by-code"),
        pytest.param({"county": "grudziądzki"}, id="by-county"),
    ],
)
def test_one_of_many_villages_is_chosen(geocoder, stub, stated):
    villages = [
        result(street=None, number="45", city="Wólka", code=code, county=county)
        for code, county in [("06-425", "makowski"), ("87-220", "grudziądzki")]
    ]
    villages[0]["y"] = "52.9"
    stub.answers({"body": answer(*villages)})

    match = geocoder.match(Address(city="Wólka", number="45", **stated))

    assert (match.status, match.matched_county) == (Status.OK, "grudziądzki")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="nothing"),
        pytest.param([], id="a-list"),
        pytest.param({"type": "address"}, id="no-results"),
        pytest.param({"type": "address", "results": {"1": {"city": "X"}}}, id="no-point"),
        pytest.param({"type": "planet", "results": {"1": result()}}, id="another-kind"),
    ],
)
def test_an_answer_that_cannot_be_read_is_a_failure(geocoder, stub, body):
    stub.answers({"body": body})

    with pytest.raises(ServiceUnavailableError):
        geocoder.match(Address(city="Wólka", number="45"))

    assert len(stub.requests) == 3
