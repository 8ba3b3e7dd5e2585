import pytest

from dashboard.errors import SettingsError
from dashboard.rate_limits import Meter, allowance


@pytest.fixture(autouse=True)
def anew():
    """The settings as the environment has them in this test."""
    allowance.cache_clear()
    yield
    allowance.cache_clear()


def test_a_visitor_has_a_number_an_hour():
    meter = Meter(2)
    assert [meter.take() for _ in range(2)] == [0, 0]
    assert 59 <= meter.take() <= 61
    assert Meter(2).take() == 0


def test_the_environment_says_how_much(monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_FILES_AT_ONCE", "5")
    assert allowance().files_at_once == 5


@pytest.mark.parametrize("value", ["0", "-1", "wiele", "1.5"])
def test_what_is_no_number_is_told(monkeypatch, value):
    monkeypatch.setenv("MAPA_PRAKTYK_FILES_PER_HOUR", value)
    with pytest.raises(SettingsError, match="MAPA_PRAKTYK_FILES_PER_HOUR: a whole number"):
        allowance()
