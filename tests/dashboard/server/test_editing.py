"""What `--edit`, `--login` and `--editors` ask for, before the dashboard starts."""

import os
import sys

import pytest

from dashboard.errors import SettingsError
from dashboard.practices.editors import trusts_email
from dashboard.server.editing import login_address, prepare_editing
from dashboard.variables import EDIT_VARIABLE, EDITORS_VARIABLE, TRUST_EMAIL_VARIABLE

pytestmark = pytest.mark.slow

PROVIDER = {
    "redirect_uri": "http://localhost:8501/oauth2callback",
    "cookie_secret": "0123456789abcdef0123456789abcdef",
    "client_id": "mapa-praktyk",
    "client_secret": "sekret",
    "server_metadata_url": "http://localhost:9400/.well-known/openid-configuration",
}


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """The variables, put back after the test."""
    for name in (EDIT_VARIABLE, EDITORS_VARIABLE, TRUST_EMAIL_VARIABLE):
        monkeypatch.setenv(name, "")


@pytest.fixture
def write_login(tmp_path):
    """A function that describes a provider in a file, with other values where it is told some."""

    def write(**changes):
        values = {name: value for name, value in (PROVIDER | changes).items() if value is not None}
        lines = [f'{name} = "{value}"' for name, value in values.items()]
        path = tmp_path / "login.toml"
        path.write_text("\n".join(["[auth]", *lines]), encoding="utf-8")
        return path

    return write


def test_a_login_without_its_packages_names_the_extra(write_login, monkeypatch):
    monkeypatch.setitem(sys.modules, "authlib", None)
    with pytest.raises(SettingsError, match=r"extra 'login'.*mapa-praktyk doctor"):
        prepare_editing(edit=True, login=write_login(), editors="a@example.org")


def test_without_editing_nothing_is_said():
    assert prepare_editing(edit=False, login=None, editors=None) == ""
    assert os.environ[EDIT_VARIABLE] == ""


def test_editing_without_a_login_says_that_anybody_may():
    assert "whoever opens" in prepare_editing(edit=True, login=None, editors=None)
    assert (os.environ[EDIT_VARIABLE], os.environ[EDITORS_VARIABLE]) == ("1", "")


def test_named_people_are_counted_and_kept_for_the_pages(write_login, tmp_path, monkeypatch):
    (tmp_path / "editors.txt").write_text("a@example.org\nb@example.org\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = prepare_editing(edit=True, login=write_login(), editors="editors.txt")
    assert "2 named people" in said
    assert os.environ[EDITORS_VARIABLE] == str(tmp_path / "editors.txt")


@pytest.mark.parametrize("trust", [False, True])
def test_whether_the_provider_is_trusted_is_kept_and_said(write_login, trust):
    said = prepare_editing(
        edit=True, login=write_login(), editors="a@example.org", trust_email=trust
    )
    assert ("the provider's word is taken" in said) is trust
    assert trusts_email() is trust


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        pytest.param({"trust_email": True, "login": False}, "add --login", id="trust of nobody"),
        pytest.param({"edit": False, "editors": "a@example.org"}, "add --edit", id="no edit"),
        pytest.param({"login": False}, "each needs the other", id="list without login"),
        pytest.param({"editors": None}, "each needs the other", id="login without list"),
        pytest.param({"editors": "none.txt"}, "cannot be read", id="no such list"),
    ],
)
def test_what_does_not_go_together(write_login, settings, words):
    login = write_login() if settings.pop("login", True) else None
    asked = {"edit": True, "login": login, "editors": "a@example.org"} | settings
    with pytest.raises(SettingsError, match=words):
        prepare_editing(**asked)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"client_id": None, "cookie_secret": None}, "no cookie_secret, cl", id="none"),
        pytest.param({"redirect_uri": "http://localhost:8501"}, "redirect_uri is", id="redirect"),
        pytest.param({"redirect_uri": "", "client_id": ""}, "no redirect_uri, cl", id="empty"),
        pytest.param({"redirect_uri": "a.org/oauth2callback"}, "redirect_uri is", id="no scheme"),
        pytest.param({"redirect_uri": "https:/oauth2callback"}, "redirect_uri is", id="no host"),
        pytest.param({"redirect_uri": "http://[a/oauth2callback"}, "redirect_uri is", id="bracket"),
        pytest.param({"cookie_secret": "krótki"}, "shorter than 32", id="short secret"),
        pytest.param({"client_secret": 'a"b'}, "no TOML file", id="no toml"),
    ],
)
def test_a_login_that_cannot_work(write_login, changes, words):
    with pytest.raises(SettingsError, match=words) as told:
        prepare_editing(edit=True, login=write_login(**changes), editors="a@example.org")
    assert "sekret" not in str(told.value)


def test_a_login_that_is_not_there(tmp_path):
    with pytest.raises(SettingsError, match="cannot be read"):
        prepare_editing(edit=True, login=tmp_path / "none.toml", editors="a@example.org")


def test_the_address_where_people_are_sent_back_to(write_login):
    described = "http://localhost:{port}/praktyki/oauth2callback"
    assert login_address(write_login(redirect_uri=described)) == described
    assert login_address(write_login(redirect_uri=None)) == ""
    assert login_address(None) == ""
    with pytest.raises(SettingsError, match="redirect_uri is"):
        login_address(write_login(redirect_uri="http://[a/oauth2callback"))
