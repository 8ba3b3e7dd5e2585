import pandas as pd
import pytest

from geocoding.chain import Chain
from geocoding.matches import match_rows
from geocoding.model import Match, Point, Precision, Status

COARSE = Match(
    status=Status.OK,
    precision=Precision.LOCALITY,
    point=Point(50.0, 20.0),
    accuracy_m=2000,
    matched_label="Zmyślin",
    matched_county="zmyśliński",
    checks={"locality": True},
    provider="gazetteer",
    decided_by="code_and_locality",
)
OPEN = Match(status=Status.NO_MATCH, provider="gazetteer")
NOTHING = Match(status=Status.NO_MATCH, provider="service")
FAILED = Match(status=Status.ERROR, provider="service", error="service: HTTP status 503")


def fine(lat=50.01, precision=Precision.BUILDING, county="zmyśliński", status=Status.OK):
    return Match(
        status=status,
        precision=precision,
        point=Point(lat, 20.0),
        accuracy_m=50,
        matched_label="Polna 2, Zmyślin",
        matched_county=county,
        checks={"locality": True},
        provider="service",
    )


class Fixed:
    """Gives its matches in turn, and remembers the rows that it was asked about."""

    def __init__(self, *matches):
        self.matches = matches
        self.asked = []

    def match_table(self, addresses):
        self.asked += list(addresses.index)
        return match_rows(self.matches[: len(addresses)], index=addresses.index)


def chained(gazetteer, service, **address):
    addresses = pd.DataFrame([{"street": "Polna", "city": "Zmyślin"} | address], dtype="str")
    answers = Chain(Fixed(gazetteer), Fixed(service)).match_table(addresses)
    return answers.iloc[0]


@pytest.mark.parametrize(
    "service",
    [
        pytest.param(fine(), id="within-the-radius"),
        pytest.param(fine(lat=50.2), id="same-locality-and-county"),
        pytest.param(fine(precision=Precision.STREET), id="street"),
    ],
)
def test_a_finer_point_that_agrees_is_taken(service):
    row = chained(COARSE, service)

    assert (row["lat"], row["provider"]) == (service.point.lat, "service")
    assert row["precision"] == service.precision
    assert row["decided_by"] == "service agrees with the gazetteer"


def test_a_contradiction_leaves_the_gazetteers_point_and_is_told():
    row = chained(COARSE, fine(lat=50.2, county="inny"))

    assert (row["lat"], row["provider"], row["status"]) == (50.0, "gazetteer", "ok")
    assert row["checks"] == "locality=ok;service_agrees=failed"
    assert row["decided_by"] == ("code_and_locality; service is 22.2 km away: Polna 2, Zmyślin")


@pytest.mark.parametrize(
    "service",
    [
        pytest.param(NOTHING, id="nothing-found"),
        pytest.param(fine(precision=Precision.LOCALITY), id="no-finer"),
        pytest.param(fine(status=Status.AMBIGUOUS), id="ambiguous"),
    ],
)
def test_what_is_no_better_changes_nothing(service):
    row = chained(COARSE, service)

    assert (row["provider"], row["error"], row["checks"]) == ("gazetteer", "", "locality=ok")


def test_a_service_is_taken_where_the_gazetteer_has_nothing():
    row = chained(OPEN, fine(precision=Precision.LOCALITY))

    assert (row["status"], row["provider"], row["lat"]) == ("ok", "service", 50.01)


@pytest.mark.parametrize(
    ("gazetteer", "status"),
    [pytest.param(COARSE, "ok", id="located"), pytest.param(OPEN, "error", id="open")],
)
def test_a_failure_is_never_taken_for_nothing_found(gazetteer, status):
    row = chained(gazetteer, FAILED)

    assert (row["status"], row["error"]) == (status, "service: HTTP status 503")


def test_only_rows_that_can_be_improved_are_asked_for():
    addresses = pd.DataFrame(
        {
            "street": ["", "Polna", "", ""],
            "number": ["", "", "15", ""],
            "city": ["Zmyślin", "Zmyślin", "Zmyślin", "Gdziekolwiek"],
        },
        index=[7, 7, 8, 9],
        dtype="str",
    )
    service = Fixed(NOTHING, NOTHING, NOTHING)

    answers = Chain(Fixed(COARSE, COARSE, COARSE, OPEN), service).match_table(addresses)

    assert service.asked == [7, 8, 9]
    assert list(answers.index) == [7, 7, 8, 9]


def test_an_empty_table_has_an_empty_answer():
    addresses = pd.DataFrame({"city": pd.array([], dtype="str")})

    assert Chain(Fixed(), Fixed()).match_table(addresses).empty
