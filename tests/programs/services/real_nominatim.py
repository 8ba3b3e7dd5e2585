"""Our client against a real Nominatim, loaded with town.osm; started by `run` beside this file."""

import os

import pandas as pd
import pytest

from geocoding.chain import Chain
from geocoding.matches import RowByRow
from geocoding.model import Address
from geocoding.offline import GazetteerGeocoder
from geocoding.online.geocoder import OnlineGeocoder
from geocoding.online.nominatim import NominatimService
from geocoding.online.rate_limiter import Limits, RateLimiter

TOWN_HALL = {"street": "ul. Kazimierza Wielkiego", "city": "Bochnia", "postal_code": "32-700"}


@pytest.fixture(scope="module")
def geocoder():
    server = os.environ["TEST_NOMINATIM"]
    service = NominatimService(server=server, user_agent="tests of mapa-praktyk", timeout_s=10)
    return OnlineGeocoder(service, RateLimiter(Limits(interval_s=0)))


@pytest.mark.parametrize(
    ("address", "precision", "lat", "lon"),
    [
        pytest.param({**TOWN_HALL, "number": "2"}, "building", 49.9690, 20.4303, id="prefix"),
        pytest.param({**TOWN_HALL, "number": "2/5"}, "building", 49.9690, 20.4303, id="flat"),
        pytest.param({**TOWN_HALL, "number": "4 m. 1"}, "building", 49.9692, 20.4306, id="m-flat"),
        pytest.param({**TOWN_HALL, "number": "99"}, "street", 49.9690, 20.4300, id="no-number"),
        pytest.param(
            {"street": "gen. Andersa", "number": "7a", "city": "BOCHNIA"},
            "building", 49.9725, 20.4212, id="title",
        ),
        pytest.param(
            {"street": "ul. 3 Maja 5", "city": "Bochnia"}, "building", 49.9655, 20.4356, id="date"
        ),
        pytest.param(
            {"street": "Kazimierza Wielkiego", "number": "2", "city": "bochnia"},
            "building", 49.9690, 20.4303, id="lower-case",
        ),
        pytest.param(
            {"street": "Rynek", "number": "1", "city": "Zmyslona Wolka"},
            "building", 49.9307, 20.3508, id="no-diacritics-one-street-name-in-two-places",
        ),
        pytest.param(
            {"city": "Krzeczów 15", "postal_code": "32-700"},
            "building", 49.9903, 20.4805, id="village-by-code",
        ),
        pytest.param(
            {"city": "Krzeczów", "number": "15", "county": "myślenicki"},
            "building", 49.6903, 19.9305, id="village-by-county",
        ),
        pytest.param(
            {"street": "Krzeczów", "number": "16", "city": "Bochnia", "postal_code": "32-700"},
            "building", 49.9905, 20.4810, id="village-and-post-town",
        ),
        pytest.param(
            {"street": "ul. 3 Maja", "number": "5", "postal_code": "32-700"},
            "building", 49.9655, 20.4356, id="street-and-code",
        ),
        pytest.param({"city": "Bochnia"}, "locality", 49.9690, 20.4300, id="town"),
        pytest.param({"postal_code": "32708"}, "postal_code", 49.93, 20.35, id="code-alone"),
    ],
)  # fmt: skip
def test_an_address_is_found(geocoder, address, precision, lat, lon):
    match = geocoder.match(Address(**address))

    assert (match.status, match.precision) == ("ok", precision)
    tolerance = 0.0002 if precision == "building" else 0.02
    assert match.point.lat == pytest.approx(lat, abs=tolerance)
    assert match.point.lon == pytest.approx(lon, abs=tolerance)
    assert match.matched_voivodeship == "małopolskie" or precision == "postal_code"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        pytest.param({"city": "Krzeczów", "number": "15"}, "ambiguous", id="two-villages"),
        pytest.param({"city": "Nieistniejewo", "number": "1"}, "no_match", id="nowhere"),
        pytest.param({**TOWN_HALL, "postal_code": "80-001"}, "no_match", id="code-of-gdansk"),
    ],
)
def test_what_cannot_be_told_is_not_told(geocoder, address, status):
    assert geocoder.match(Address(**address)).status == status


def test_a_wrong_code_of_the_region_is_noticed(geocoder):
    match = geocoder.match(Address(**{**TOWN_HALL, "number": "2", "postal_code": "32-711"}))

    assert match.status == "ok"
    assert match.checks["postal_code"] is False


def test_a_chain_makes_the_gazetteers_points_finer(geocoder):
    addresses = pd.DataFrame([{**TOWN_HALL, "number": "2"}], dtype="str")

    answers = Chain(GazetteerGeocoder(), RowByRow(geocoder)).match_table(addresses)

    assert answers[["status", "precision", "provider"]].iloc[0].tolist() == [
        "ok",
        "building",
        "nominatim",
    ]
