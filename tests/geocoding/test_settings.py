from pathlib import Path

import pytest

from geocoding.cache import Retry
from geocoding.errors import SettingsError
from geocoding.settings import load_settings

NOMINATIM = {"geocoder": "nominatim", "server": "http://one", "user_agent": "tests"}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder in which the program is started."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_is_asked_unless_somebody_says_so():
    settings = load_settings({"geocoder": None})

    assert settings.geocoder == "offline"
    assert settings.asks == ""


def test_an_option_goes_before_the_environment_and_that_before_the_files(folder, monkeypatch):
    (folder / "pyproject.toml").write_text(
        '[tool.mapa-praktyk]\nserver = "http://1"\nuser_agent = "1"\ninterval_s = 1\nattempts = 1\n'
    )
    (folder / "mapa-praktyk.toml").write_text(
        'server = "http://2"\nuser_agent = "2"\ninterval_s = 2\n'
    )
    monkeypatch.setenv("MAPA_PRAKTYK_SERVER", "http://3")
    monkeypatch.setenv("MAPA_PRAKTYK_USER_AGENT", "3")

    settings = load_settings({"server": "http://4", "user_agent": None})

    assert (settings.server, settings.user_agent) == ("http://4", "3")
    assert (settings.interval_s, settings.attempts) == (2, 1)


@pytest.mark.parametrize(
    ("options", "asks"),
    [
        pytest.param(NOMINATIM, "nominatim", id="nominatim"),
        pytest.param({"geocoder": "uug"}, "uug", id="uug"),
        pytest.param({**NOMINATIM, "geocoder": "chain"}, "nominatim", id="chain"),
        pytest.param({"geocoder": "chain", "service": "uug"}, "uug", id="chain-with-uug"),
    ],
)
def test_a_service_is_asked_where_it_is_named(options, asks):
    assert load_settings(options).asks == asks


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param({"geocoder": "nominatim"}, "needs a server and a user agent", id="no-server"),
        pytest.param({**NOMINATIM, "user_agent": ""}, "needs a server and", id="no-user-agent"),
        pytest.param(
            {"interval_s": -1, "attempts": 0},
            r"interval_s \(--interval, MAPA_PRAKTYK_INTERVAL_S\): .*; attempts \(--attempts",
            id="two-at-once",
        ),
        pytest.param({"geocoder": "google"}, "geocoder .*one of offline, nominatim", id="geocoder"),
        pytest.param({"sever": "http://x"}, "sever .*no such setting", id="unknown"),
    ],
)
def test_what_cannot_be_is_refused(options, message):
    with pytest.raises(SettingsError, match=message):
        load_settings(options)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("server = ", "mapa-praktyk.toml or pyproject.toml: ", id="no-toml"),
        pytest.param('sever = "x"', "sever .*no such setting", id="unknown"),
    ],
)
def test_a_file_with_mistakes_is_refused(folder: Path, content: str, message: str):
    (folder / "mapa-praktyk.toml").write_text(content)

    with pytest.raises(SettingsError, match=message):
        load_settings({})


def test_values_of_the_environment_are_read_as_what_they_are(monkeypatch):
    monkeypatch.setenv("MAPA_PRAKTYK_RETRY", "errors")
    monkeypatch.setenv("MAPA_PRAKTYK_TIMEOUT_S", "2.5")

    settings = load_settings({})

    assert (settings.retry, settings.timeout_s) == (Retry.ERRORS, 2.5)
