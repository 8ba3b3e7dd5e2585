"""The file that says who publishes the dashboard: what is read of it, and what is missing."""

import datetime as dt

import pytest

from dashboard.cli.doctor.finding import Grade
from dashboard.cli.doctor.publisher import check_publisher
from dashboard.errors import SettingsError
from dashboard.publishing.publisher import missing_keys, read_publisher

WHOLE = """
name = "Związek Gmin"
url = "https://mapa.example.org/"
postal_address = "ul. Przykładowa 1, 00-001 Warszawa"

[accessibility]
contact = "Zespół dostępności"
email = "dostepnosc@example.org"
phone = "+48 22 000 00 00"
published = 2026-10-01
updated = 2026-11-01
drawn_up = 2026-10-01
reviewed = 2026-11-15
architecture = "Wejście bez progu."
not_met = ["Załączniki w PDF nie są dostępne."]

[privacy]
officer = "Inspektor ochrony danych"
email = "iod@example.org"
legal_basis = "art. 6 ust. 1 lit. e RODO"
log_days = 30
"""
TODAY = dt.date(2026, 12, 1)


@pytest.fixture
def written(tmp_path, monkeypatch):
    """A function that writes a file and gives its path."""
    monkeypatch.setenv("MAPA_PRAKTYK_LANG", "en")

    def write(text):
        path = tmp_path / "publisher.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_whole_file_lacks_nothing(written):
    said = read_publisher(written(WHOLE))
    assert missing_keys(said) == ()
    assert said.accessibility.reviewed == dt.date(2026, 11, 15)
    assert said.privacy.log_days == 30


def test_nothing_is_required_and_all_that_lacks_is_named(written):
    missing = missing_keys(read_publisher(written("")))
    assert {"name", "url", "accessibility.contact", "accessibility.reviewed"} <= set(missing)
    assert {"privacy.officer", "privacy.log_days"} <= set(missing)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("nazwa = 'x'", "nazwa", id="unknown key"),
        pytest.param("name = 3", "name", id="no text"),
        pytest.param("url = 'javascript:alert(1)'", "url", id="no web address"),
        pytest.param(
            "[accessibility]\nreviewed = 'wczoraj'", "accessibility.reviewed", id="no day"
        ),
        pytest.param("[accessibility]\nstatus = 'full'", "accessibility.status", id="status"),
        pytest.param("[privacy]\nlog_days = -1", "privacy.log_days", id="days"),
    ],
)
def test_a_fault_is_named_with_its_key(text, key, written):
    path = written(text)
    with pytest.raises(SettingsError) as caught:
        read_publisher(path)
    assert f"  {key}:" in str(caught.value)
    assert str(path) in str(caught.value)
    assert check_publisher(path, today=TODAY).grade is Grade.PROBLEM


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        pytest.param(WHOLE, Grade.OK, id="whole and recent"),
        pytest.param(WHOLE.replace("log_days = 30", "log_days = 0"), Grade.OK, id="no logs"),
        pytest.param(WHOLE.replace("+48 22 000 00 00", ""), Grade.WARNING, id="incomplete"),
        pytest.param(WHOLE.replace("2026-", "2024-"), Grade.WARNING, id="older than a year"),
        pytest.param(WHOLE.replace("2026-11-15", "2027-11-15"), Grade.WARNING, id="in the future"),
    ],
)
def test_the_doctor_warns_of_an_incomplete_or_old_statement(text, grade, written):
    found = check_publisher(written(text), today=TODAY)
    assert found.grade is grade
    assert bool(found.remedy) == (grade is not Grade.OK)


def test_who_publishes_nothing_needs_no_file():
    assert check_publisher(None, today=TODAY).grade is Grade.OK
