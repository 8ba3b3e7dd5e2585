import pytest

from dashboard.errors import SettingsError
from dashboard.rate_limits import HourlyLimit, rate_limits


@pytest.fixture(autouse=True)
def anew():
    """The settings as the environment has them in this test."""
    rate_limits.cache_clear()
    yield
    rate_limits.cache_clear()


def test_a_visitor_has_a_number_an_hour():
    limit = HourlyLimit(2)
    assert [limit.acquire() for _ in range(2)] == [0, 0]
    assert 59 <= limit.acquire() <= 61
    assert HourlyLimit(2).acquire() == 0


def test_the_environment_says_how_much(monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_FILES_AT_ONCE", "5")
    assert rate_limits().files_at_once == 5


@pytest.mark.parametrize("value", ["0", "-1", "wiele", "1.5"])
def test_what_is_no_number_is_told(monkeypatch, value):
    monkeypatch.setenv("MAPA_PRAKTYK_FILES_PER_HOUR", value)
    with pytest.raises(SettingsError, match="MAPA_PRAKTYK_FILES_PER_HOUR: a whole number"):
        rate_limits()
