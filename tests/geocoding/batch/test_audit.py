import json

import pandas as pd
import pytest

from geocoding.batch.audit import LISTED, Audit, query_text
from geocoding.batch.report import as_text, report_paths, write_reports
from geocoding.batch.table import Chunk
from geocoding.matches import match_rows
from geocoding.model import Address, Candidate, Match, Point, Precision, Status

FOUND = Match(
    status=Status.OK,
    precision=Precision.LOCALITY,
    point=Point(50.0, 20.0),
    accuracy_m=2000,
    matched_label="Zmyślin",
    matched_voivodeship="małopolskie",
    checks={"locality": True, "postal_code": False},
    decided_by="locality_near_code",
)
OPEN = Match(status=Status.NO_MATCH, decided_by="nothing was found")
FAILED = Match(status=Status.ERROR, error="service: HTTP status 503")
SKIPPED = Match(status=Status.SKIPPED, error="beyond the limit of this run")
REJECTED = Candidate(label="Zmyślin", point=Point(54, 18), postal_code="80-001", score=0.5)


def explain(address):
    return Match(status=Status.NO_MATCH, candidates=(REJECTED,)) if address.city else None


def chunk(*matches, city="Zmyślin"):
    addresses = pd.DataFrame({"city": [city] * len(matches), "number": "1|2"}, dtype="str")
    return Chunk(addresses, match_rows(matches, index=addresses.index))


@pytest.fixture
def audit():
    """The audit of ten rows in two chunks."""
    audit = Audit(explain)
    audit.add(chunk(FOUND, OPEN, FAILED, SKIPPED))
    audit.add(chunk(*[FOUND] * 5, OPEN, city=""))
    return audit


def test_rows_are_counted(audit):
    assert audit.rows == 10
    assert audit.count(0) == {"ok": 6, "no_match": 2, "error": 1, "skipped": 1}
    assert audit.count(1) == {"locality": 6, "": 4}
    assert audit.count(2) == {"małopolskie": 6, "": 4}
    assert audit.failed_checks == {"postal_code": 6}


def test_rows_without_a_point_are_listed_with_the_best_candidate(audit):
    assert [(row.row, row.status, row.query) for row in audit.open_rows] == [
        (2, "no_match", "1|2, Zmyślin"),
        (3, "error", "1|2, Zmyślin"),
        (10, "no_match", "1|2"),
    ]
    assert [row.reason for row in audit.open_rows][:2] == [
        "nothing was found",
        "service: HTTP status 503",
    ]
    assert [row.rejected for row in audit.open_rows] == [
        *["Zmyślin (80-001), score 0.50"] * 2,
        "",
    ]


def test_contradictions_are_listed(audit):
    first = audit.contradictions[0]

    assert len(audit.contradictions) == 6
    assert (first.row, first.matched, first.decided_by) == (1, "Zmyślin", "locality_near_code")
    assert first.checks == "locality=ok;postal_code=failed"


def test_a_point_that_many_rows_share_is_told(audit):
    (shared,) = audit.shared_points()

    assert (shared.matched, shared.lat, shared.lon, shared.rows) == ("Zmyślin", 50.0, 20.0, 6)


def test_a_long_list_is_cut_and_the_count_goes_on():
    audit = Audit(explain)
    for _ in range(3):
        audit.add(chunk(*[OPEN] * 100))

    assert len(audit.open_rows) == LISTED
    assert audit.count(0) == {"no_match": 300}


def test_both_reports_are_written_beside_the_output(audit, tmp_path):
    output = tmp_path / "out.csv"

    write_reports(audit, output, about={"geocoder": "offline"})

    json_path, text_path = report_paths(output)
    report = json.loads(json_path.read_text(encoding="utf-8"))
    assert (json_path.name, text_path.name) == ("out.audit.json", "out.audit.md")
    assert (report["geocoder"], report["rows"]) == ("offline", 10)
    assert report["precisions"] == {"locality": 6, "none": 4}
    assert report["open_rows"][0]["query"] == "1|2, Zmyślin"
    assert "- geocoder: offline" in text_path.read_text(encoding="utf-8")


def test_a_cell_never_breaks_a_table_of_the_report(audit):
    text = as_text(audit, {})

    assert r"| 2 | no_match | 1\|2, Zmyślin | nothing was found |" in text
    assert "## Points that many rows share" in text


def test_an_empty_run_has_a_report():
    assert "None." in as_text(Audit(explain), {})


def test_an_address_is_written_as_people_write_it():
    address = Address(
        street="Polna",
        number="2",
        city="Bochnia",
        postal_code="32-700",
        county="bocheński",
        voivodeship="małopolskie",
    )

    assert query_text(address) == "Polna 2, 32-700 Bochnia, pow. bocheński, woj. małopolskie"
