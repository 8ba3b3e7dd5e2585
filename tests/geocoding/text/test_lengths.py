"""A text that is too long to be a part of an address is not read, and the answer says so."""

import time
from itertools import product

import pandas as pd
import pytest
from typer.testing import CliRunner

from geocoding import Address, AddressError, GazetteerGeocoder, Status
from geocoding.batch.cli import app
from geocoding.batch.columns import address_table
from geocoding.online.geocoder import OnlineGeocoder
from geocoding.online.rate_limiter import Limits, RateLimiter
from geocoding.overrides import Overridden, Override
from geocoding.text import (
    StreetLine,
    full_street_name,
    locality_key,
    names_kind,
    read_address,
    read_free_text,
    read_locality,
    read_post,
    read_postal_code,
    read_street,
    street_key,
)
from geocoding.text.lengths import LONGEST_LINE

pytestmark = pytest.mark.slow

LONG = "12 / " * 2_500
READERS = (
    *(read_street, read_free_text, read_locality, read_postal_code, read_post),
    *(full_street_name, street_key, names_kind, locality_key),
)
REPEATED = ("12 / ", "12/", "12, ", "1-", "12 i ", "12 m. ", "ul. ", "ul ", "nr ", " ", "\t", ",")
REPEATED += ("a", "a ", "32-700 ", "k. ", "n/", "(", "II ", "ą", "1/1,1/1-", "\u200b", "e\u0301")


@pytest.fixture(scope="module")
def geocoder():
    return GazetteerGeocoder()


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_any_text_is_read_at_once(reader):
    for repeated, end in product(REPEATED, ("", " x", "!", "/x")):
        text = repeated * (100_000 // len(repeated)) + end
        start = time.process_time()
        reader(text)
        assert time.process_time() - start < 2, (repeated, end)


@pytest.mark.parametrize("repeated", REPEATED)
def test_the_longest_line_is_read_at_once(repeated):
    text = (repeated * LONGEST_LINE)[: LONGEST_LINE - 2] + " x"
    start = time.process_time()
    for reader in READERS:
        reader(text)
    assert time.process_time() - start < 0.5


def test_a_long_text_is_handed_back_whole():
    assert read_street(LONG) == StreetLine(LONG)
    assert read_address(LONG) == Address(city=LONG)
    assert read_locality(LONG).name == LONG
    assert read_street(f"{'x' * 298} 1") == StreetLine("x" * 298, "1")


def test_a_long_street_beside_a_locality_is_told(geocoder):
    match = geocoder.match(Address(street=LONG, city="Bochnia"))
    without = geocoder.match(Address(city="Bochnia"))

    assert (match.status, match.point) == (Status.OK, without.point)
    assert match.error == (
        "Not read: street has 12,500 characters, and at most 300 are read. Shorten it."
    )


def test_a_long_locality_is_an_error(geocoder):
    match = geocoder.match(Address(city=LONG, county="x" * 301))

    assert (match.status, match.point) == (Status.ERROR, None)
    assert "city has 12,500 characters, county has 301 characters" in match.error


def test_a_table_says_it_in_the_rows_concerned(geocoder):
    addresses = pd.DataFrame(
        {
            "street": ["Polna", LONG, "", "ą" * 300],
            "city": ["Bochnia", "Bochnia", LONG, "Bochnia"],
        },
        dtype="str",
        index=[7, 7, 8, 9],
    )
    answers = geocoder.match_table(addresses)

    assert answers["status"].tolist() == ["ok", "ok", "error", "ok"]
    assert ["at most 300" in error for error in answers["error"]] == [False, True, True, False]
    assert answers.index.tolist() == [7, 7, 8, 9]
    assert answers["lat"].notna().tolist() == [True, True, False, True]


def test_a_long_address_in_one_text_is_an_error(geocoder):
    answers = geocoder.match_table(address_table({"address": [LONG, "ul. Polna 2, Bochnia"]}))

    assert answers["status"].tolist() == ["error", "ok"]


def test_geopys_door_refuses_it(geocoder):
    with pytest.raises(AddressError, match="at most 300 are read"):
        geocoder.geocode(LONG)


def test_a_persons_point_wins_by_the_key_of_the_row(geocoder):
    values = {"lat": 50, "lon": 20, "precision": "building", "reason": "x", "date": "2026-01-02"}
    overrides = [
        Override(id="1", **values),
        Override(address="Bochnia", **values),
    ]
    addresses = pd.DataFrame(
        {"id": ["1", "2"], "street": [LONG, LONG], "city": ["Bochnia", "Bochnia"]}, dtype="str"
    )
    answers = Overridden(geocoder, overrides).match_table(addresses)

    assert answers["status"].tolist() == ["manual", "ok"]


class NobodyHome:
    """A service that finds nothing and keeps what it is asked."""

    name = "service"
    version = "1"
    attribution = ""

    def __init__(self):
        self.asked = []

    def requests(self, address):
        self.asked.append(address)
        yield list


def test_a_service_is_not_asked_by_it():
    service = NobodyHome()
    match = OnlineGeocoder(service, RateLimiter(Limits(interval_s=0))).match(
        Address(street=LONG, number="2", city="Bochnia")
    )

    assert match.status is Status.ERROR
    assert "street has 12,500 characters" in match.error
    assert service.asked == [Address(number="2", city="Bochnia")]


def test_the_command_says_that_rows_are_open(tmp_path):
    table = tmp_path / "in.csv"
    table.write_text(f"street,city\n{LONG},\nPolna,Bochnia\n", encoding="utf-8")
    output = tmp_path / "out.csv"
    result = CliRunner().invoke(app, [str(table), "--output", str(output)])

    assert result.exit_code == 3
    assert "a text is too long to be read" in " ".join(result.output.split())
    rows = pd.read_csv(output, dtype=str, keep_default_na=False)
    assert rows["status"].tolist() == ["error", "ok"]
    assert rows["street"].tolist() == [LONG, "Polna"]
