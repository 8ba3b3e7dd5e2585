"""Whatever a service answers, its row has an answer or an error, and the run goes on."""

import copy
import json
import math

import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geocoding.matches import RowByRow
from geocoding.model import Status
from geocoding.online.geocoder import OnlineGeocoder
from geocoding.online.nominatim import NominatimService
from geocoding.online.rate_limiter import Limits, RateLimiter
from geocoding.online.uug import UugService

pytestmark = pytest.mark.slow

NOMINATIM = [
    {
        "place_id": 1,
        "osm_type": "way",
        "osm_id": 5,
        "lat": "49.97",
        "lon": "20.43",
        "type": "yes",
        "addresstype": "building",
        "display_name": "2, Rynkowa, Zmyślin",
        "address": {
            "house_number": "2",
            "road": "Rynkowa",
            "suburb": "Dolne",
            "town": "Zmyślin",
            "municipality": "gmina Zmyślin",
            "county": "powiat zmyśliński",
            "state": "województwo małopolskie",
            "postcode": "32-700",
        },
    }
]
UUG = {
    "type": "address",
    "found objects": 1,
    "results": {
        "1": {
            "city": "Zmyślin",
            "code": "32-700",
            "street": "Rynkowa",
            "number": "2",
            "jednostka": "{Polska,małopolskie,zmyśliński,Zmyślin}",
            "x": "20.43",
            "y": "49.97",
        }
    },
}
ANSWERS = {"nominatim": NOMINATIM, "uug": UUG}
ADDRESSES = pd.DataFrame({"street": ["Rynkowa"], "number": ["2"], "city": ["Zmyślin"]}, dtype="str")
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"), max_size=20)
    | st.sampled_from(["", "12 / " * 2_000, " " * 9_999, "NaN", "1e999", "²", "95", 10**400]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def paths(answer, path=()):
    """The way to each part of an answer."""
    yield path
    if isinstance(answer, dict):
        for key, value in answer.items():
            yield from paths(value, (*path, key))
    elif isinstance(answer, list):
        for key, value in enumerate(answer):
            yield from paths(value, (*path, key))


def put(answer, path, value):
    """The answer with another part."""
    if not path:
        return value
    changed = copy.deepcopy(answer)
    part = changed
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    return changed


def without(answer, path):
    """The answer without a part."""
    changed = copy.deepcopy(answer)
    part = changed
    for key in path[:-1]:
        part = part[key]
    del part[path[-1]]
    return changed


@pytest.fixture
def answered(stub):
    """The row of a table for an answer of a service."""
    services = {
        "nominatim": NominatimService(server=stub.url, user_agent="tests of ours", timeout_s=60),
        "uug": UugService(server=stub.url, timeout_s=60),
    }

    def answer(name, body):
        stub.answers({"body": body if isinstance(body, str) else json.dumps(body)})
        gate = RateLimiter(Limits(attempts=1, interval_s=0, failures=9))
        (row,) = (
            RowByRow(OnlineGeocoder(services[name], gate)).match_table(ADDRESSES).to_dict("records")
        )
        assert row["status"] in {Status.OK, Status.NO_MATCH, Status.AMBIGUOUS, Status.ERROR}
        assert (row["status"] == Status.ERROR) == bool(row["error"])
        assert math.isnan(row["lat"]) or abs(row["lat"]) <= 90
        return row

    return answer


@pytest.mark.parametrize("name", ANSWERS)
@example(data=None)
@given(data=st.data())
def test_a_changed_answer_ends_no_run(answered, name, data):
    answer = ANSWERS[name]
    if data is None:
        assert answered(name, answer)["status"] == Status.OK
        return
    for _ in range(data.draw(st.integers(1, 3))):
        ways = list(paths(answer))
        answer = put(answer, data.draw(st.sampled_from(ways)), data.draw(VALUES))
    answered(name, answer)


TEXTS = {
    "nominatim": [(0, "display_name"), *((0, "address", key) for key in NOMINATIM[0]["address"])],
    "uug": [("results", "1", key) for key in ("city", "code", "street", "number", "jednostka")],
}
NOT_TEXT = {"number": 12, "list": ["x"], "object": {"x": "y"}, "bool": True, "huge": "x" * 9_999}


@pytest.mark.parametrize("kind", NOT_TEXT)
@pytest.mark.parametrize(
    ("name", "path"), [(name, path) for name, ways in TEXTS.items() for path in ways]
)
def test_what_is_no_text_is_an_error_of_its_row(answered, name, path, kind):
    row = answered(name, put(ANSWERS[name], path, NOT_TEXT[kind]))
    assert row["status"] == Status.ERROR
    assert row["error"].startswith(f"{name}: an answer that cannot be read")


@pytest.mark.parametrize("path", TEXTS["nominatim"])
def test_nominatim_says_no_null(answered, path):
    assert answered("nominatim", put(NOMINATIM, path, None))["status"] == Status.ERROR


@pytest.mark.parametrize("key", ["code", "street", "number", "jednostka"])
def test_uug_says_null_for_what_a_place_lacks(answered, key):
    row = answered("uug", put(UUG, ("results", "1", key), None))
    assert row["status"] != Status.ERROR


def test_a_place_of_uug_has_a_locality(answered):
    assert answered("uug", put(UUG, ("results", "1", "city"), None))["status"] == Status.ERROR
    assert answered("uug", without(UUG, ("results", "1", "city")))["status"] == Status.ERROR


@pytest.mark.parametrize("name", ANSWERS)
def test_no_answer_has_endlessly_many_places(answered, name):
    places = NOMINATIM * 10_001
    many = {"nominatim": places, "uug": UUG | {"results": dict.fromkeys(range(10_001), UUG)}}
    assert answered(name, many[name])["status"] == Status.ERROR
