import datetime as dt

import pytest

from dashboard.errors import SettingsError
from dashboard.practices.editors import (
    LOGIN_HOLDS,
    Permission,
    address_in,
    named_editors,
    permission_of,
)
from dashboard.variables import EDIT_VARIABLE, EDITORS_VARIABLE, TRUST_EMAIL_VARIABLE

NOW = dt.datetime(2026, 5, 11, 14, 30, tzinfo=dt.UTC)
ANNA = {"email": "Anna@Example.org", "email_verified": True, "iat": NOW.timestamp() - 60}


@pytest.fixture
def editors(monkeypatch):
    """A function that turns editing on and names editors."""

    def name(text):
        monkeypatch.setenv(EDIT_VARIABLE, "1")
        monkeypatch.setenv(EDITORS_VARIABLE, str(text))

    return name


def permission(claims):
    return permission_of(claims, now=NOW)


@pytest.mark.parametrize(
    "text",
    [
        "anna@example.org jan@example.org",
        "Anna@example.org, JAN@example.org",
        "anna@example.org;jan@example.org;",
    ],
)
def test_addresses_are_named_directly(editors, text):
    editors(text)
    assert named_editors() == {"anna@example.org", "jan@example.org"}


def test_many_addresses_are_named_directly(editors):
    editors(",".join(f"person{each}@example.org" for each in range(900)))
    assert len(named_editors()) == 900


def test_addresses_are_named_in_a_file_that_is_read_anew(editors, tmp_path):
    path = tmp_path / "who@edits.txt"
    path.write_text("\ufeff# dział\nanna@example.org  # Anna\n\njan@example.org\n", "utf-8")
    editors(path)
    assert named_editors() == {"anna@example.org", "jan@example.org"}
    assert permission(ANNA) is Permission.NAMED
    path.write_text("jan@example.org\n", encoding="utf-8")
    assert permission(ANNA) is Permission.NOT_NAMED


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(None, "cannot be read", id="no file"),
        pytest.param(
            b"# us\njan@example.org\nanna.example.org\n",
            "editors.txt.*line 3 is no e-mail address",
            id="no address",
        ),
        pytest.param(
            "jan@example.org\nredaktor@example.org\n".replace("k", "\u212a").encode(),
            "line 2 .*other than those of ASCII",
            id="kelvin sign",
        ),
        pytest.param("bo\u017f\u017f@example.org".encode(), "line 1 .*ASCII", id="long s"),
        pytest.param("groß@example.org".encode(), "line 1 .*ASCII", id="sharp s"),
        pytest.param("anna@łódź.example".encode(), "xn--", id="domain"),
        pytest.param(b"# nobody\n", "nobody is named", id="nobody"),
        pytest.param(b"\xff\xfe\x00", "not UTF-8", id="encoding"),
    ],
)
def test_a_list_that_is_none_is_told_and_lets_nobody_in(editors, tmp_path, content, words):
    path = tmp_path / "editors.txt"
    if content is not None:
        path.write_bytes(content)
    editors(path)
    for asked in (named_editors, lambda: permission(None), lambda: permission(ANNA)):
        with pytest.raises(SettingsError, match=words):
            asked()


def test_without_editing_everybody_reads(editors, monkeypatch):
    editors("anna@example.org")
    monkeypatch.delenv(EDIT_VARIABLE)
    assert permission(ANNA) is permission(None) is Permission.READS
    assert not Permission.READS.may_save


def test_without_login_and_list_anybody_saves(editors):
    editors("")
    assert permission(None) is Permission.ANYBODY
    assert Permission.ANYBODY.may_save


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        pytest.param(ANNA, Permission.NAMED, id="named"),
        pytest.param(ANNA | {"email_verified": "true"}, Permission.NAMED, id="verified in words"),
        pytest.param(
            {"email": "anna@example.org", "iat": ANNA["iat"]}, Permission.UNVERIFIED, id="unsaid"
        ),
        pytest.param(ANNA | {"email_verified": 1}, Permission.UNVERIFIED, id="verified: 1"),
        pytest.param(ANNA | {"email": ["anna@example.org"]}, Permission.NOT_NAMED, id="list"),
        pytest.param(
            ANNA | {"email": "anna@example.org\u200b"}, Permission.NOT_NAMED, id="invisible letter"
        ),
        pytest.param(ANNA | {"email_verified": False}, Permission.UNVERIFIED, id="unverified"),
        pytest.param(
            ANNA | {"email_verified": "false"}, Permission.UNVERIFIED, id="unverified words"
        ),
        pytest.param(ANNA | {"email_verified": None}, Permission.UNVERIFIED, id="verified null"),
        pytest.param(ANNA | {"email": "ewa@example.org"}, Permission.NOT_NAMED, id="not named"),
        pytest.param(ANNA | {"email": ""}, Permission.NOT_NAMED, id="empty address"),
        pytest.param(ANNA | {"email": None}, Permission.NOT_NAMED, id="no address"),
        pytest.param(
            ANNA | {"email": "anna@example.org.evil.org"}, Permission.NOT_NAMED, id="longer address"
        ),
        pytest.param(
            ANNA | {"iat": (NOW - LOGIN_HOLDS).timestamp()}, Permission.EXPIRED, id="expired"
        ),
        pytest.param(ANNA | {"iat": NOW.timestamp() + 3600}, Permission.EXPIRED, id="tomorrow"),
        pytest.param(ANNA | {"iat": None}, Permission.EXPIRED, id="no time"),
        pytest.param(ANNA | {"iat": 10**400}, Permission.EXPIRED, id="no time of a calendar"),
        pytest.param(ANNA | {"iat": float("nan")}, Permission.EXPIRED, id="no number"),
        pytest.param({}, Permission.LOGGED_OUT, id="logged out"),
        pytest.param(None, Permission.LOGGED_OUT, id="a list and no login"),
    ],
)
def test_only_named_people_save(editors, claims, expected):
    editors("anna@example.org")
    assert permission(claims) is expected
    assert expected.may_save is (expected is Permission.NAMED)


@pytest.mark.parametrize("claims", [{}, ANNA], ids=["logged out", "logged in"])
def test_a_login_without_a_list_lets_nobody_save(editors, claims):
    editors("")
    assert not permission(claims).may_save


@pytest.mark.parametrize(
    ("named", "came"),
    [
        ("redaktor@example.org", "redaKtor@example.org".replace("K", "\u212a")),
        ("boss@example.org", "bo\u017f\u017f@example.org"),
        ("gross@example.org", "groß@example.org"),
        ("file@example.org", "\ufb01le@example.org"),
        ("ivan@example.org", "\u0130van@example.org"),
    ],
)
def test_an_address_that_looks_alike_is_another(editors, named, came):
    editors(named)
    assert permission(ANNA | {"email": named.upper()}) is Permission.NAMED
    assert permission(ANNA | {"email": came}) is Permission.NOT_NAMED


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, Permission.NAMED),
        ({"email_verified": None}, Permission.NAMED),
        ({"email_verified": True}, Permission.NAMED),
        ({"email_verified": False}, Permission.UNVERIFIED),
        ({"email_verified": "false"}, Permission.UNVERIFIED),
    ],
)
def test_where_the_provider_is_trusted_it_need_not_say_that_it_checked(
    editors, monkeypatch, said, expected
):
    editors("anna@example.org")
    monkeypatch.setenv(TRUST_EMAIL_VARIABLE, "1")
    assert permission({"email": "anna@example.org", "iat": ANNA["iat"]} | said) is expected


def test_no_address_stands_in_the_message_about_a_wrong_one(editors):
    editors("anna@example.org, jan.kowalski")
    with pytest.raises(SettingsError, match="address 2 is no e-mail address") as told:
        named_editors()
    assert "anna" not in str(told.value)
    assert "kowalski" not in str(told.value)


def test_the_address_that_is_kept_is_as_it_came():
    assert address_in(ANNA | {"email": " Anna@Example.org\n"}) == "Anna@Example.org"
    assert address_in({}) == address_in({"email": 5}) == ""
