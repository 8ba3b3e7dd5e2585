"""Logging in at a real identity provider on this machine, and what each person may then do."""

import base64
import json
import random
import re
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest
from playwright.sync_api import expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from dashboard.practices import load_practices
from dashboard.store import open_store

ROWS = "art,section,title,locality,county,voivodeship\n1,Kultura,Dom kultury,Bochnia,,\n"
LOGIN = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "mapa-praktyk"
client_secret = "sekret"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""
PROVIDER = """
import json, sys
from jinja2 import ChoiceLoader, DictLoader
from oidc_provider_mock import User, app

port, people = int(sys.argv[1]), json.loads(sys.argv[2])
provider = app(user_claims=[User(sub=sub, claims=claims) for sub, claims in people.items()])
plain = DictLoader({"_base.html": "<main>{% block content %}{% endblock %}</main>"})
provider.jinja_env.loader = ChoiceLoader([plain, provider.jinja_env.loader])
provider.run(port=port, debug=False)
"""
"""A provider whose pages ask no other host for their style."""
LONG_AGO = int(time.time()) - 13 * 3600
GROUPS = [random.Random(number).randbytes(16).hex() for number in range(120)]  # noqa: S311
PEOPLE = {
    "anna": {"email": "Anna@example.org", "email_verified": True},
    "jan": {"email": "jan@example.org", "email_verified": True},
    "grouped": {"email": "anna@example.org", "email_verified": True, "groups": GROUPS},
    "unsaid": {"email": "anna@example.org"},
    "alike": {"email": "bo\u017f\u017f@example.org", "email_verified": True},
    "unverified": {"email": "anna@example.org", "email_verified": False},
    "expired": {"email": "anna@example.org", "email_verified": True, "iat": LONG_AGO},
}


@pytest.fixture(scope="module")
def provider():
    """The address of an identity provider that knows the people."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", PROVIDER, str(port), json.dumps(PEOPLE)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        url = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and server.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield url
        server.terminate()


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The store of a table whose corrections named people save."""
    path = tmp_path_factory.mktemp("login") / "practices.csv"
    path.write_text(ROWS, encoding="utf-8")
    store = open_store(str(path.with_name("store.sqlite")))
    store.save(load_practices(path))
    return store


@pytest.fixture(scope="module")
def url(serve, store, provider, tmp_path_factory):
    """The address of the dashboard on that table."""
    folder = tmp_path_factory.mktemp("settings")
    (folder / "login.toml").write_text(LOGIN.format(provider=provider), encoding="utf-8")
    (folder / "editors.txt").write_text("anna@example.org\nboss@example.org\n", encoding="utf-8")
    options = ["--login", str(folder / "login.toml"), "--editors", str(folder / "editors.txt")]
    return serve(store.address, "--edit", *options)


def rename(store, name, other):
    """Give a table of the store another name."""
    with closing(sqlite3.connect(store.address)) as connection:
        connection.execute(f"ALTER TABLE {name} RENAME TO {other}")


def open_review(page, url):
    page.goto(f"{url}/jakosc?przeglad=1")
    expect(page.get_by_label("Powód", exact=True)).to_be_visible()


def log_in(page, url, who):
    page.goto(f"{url}/o-danych")
    page.get_by_role("button", name="Zaloguj").click()
    page.get_by_role("button", name=who, exact=True).click()
    expect(page).to_have_url(f"{url}/o-danych")
    expect(page.get_by_text(re.compile("Zalogowano: "))).to_be_visible()


def log_out(page):
    before = page.url
    page.get_by_role("button", name="Wyloguj").click()
    page.get_by_role("button", name="End session").click()
    expect(page).to_have_url(before)
    expect(page.get_by_role("button", name="Zaloguj")).to_be_visible()


def same_page(address):
    """A pattern of the address with its parameters in any order."""
    path, _, query = address.partition("?")
    each = "".join(f"(?=.*[?&]{re.escape(one)}(&|$))" for one in query.split("&"))
    return re.compile(f"^{re.escape(path)}{each}")


def correct(page, reason):
    page.get_by_label("Powód", exact=True).fill(reason)
    page.get_by_label("Powód", exact=True).press("Tab")
    page.get_by_test_id("stMainBlockContainer").locator(".st-key-review-put button").click()


def test_a_named_person_saves_under_their_name_and_logs_out(page, url, store, settled):
    log_in(page, url, "anna")
    open_review(page, url)
    expect(page.get_by_text("Historia zapamięta, kto ją zapisał")).to_be_visible()
    correct(page, "dom kultury, wizja lokalna")
    expect(page.get_by_text("Zapisano. Mapa pokazuje nowe położenie.")).to_be_visible()
    expect(page.get_by_text(re.compile("· Anna@example.org · "))).to_be_visible()
    assert [each.who for each in store.edits()] == ["Anna@example.org"]
    page.get_by_role("button", name="Cofnij", exact=True).click()
    expect(page.get_by_text("Cofnięto. Mapa pokazuje")).to_be_visible()
    assert store.corrections() == []
    log_out(page)
    open_review(page, url)
    expect(page.get_by_text("tylko wyznaczone osoby, po zalogowaniu").first).to_be_visible()
    settled(page)
    expect(page.get_by_role("button", name="Cofnij", exact=True)).to_have_count(0)


def test_logging_in_and_out_leads_back_to_what_was_shown(page, url, settled):
    asked = f"{url}/pokrycie?woj=ma%C5%82opolskie&lang=en"
    page.goto(asked)
    counter = page.locator(".st-key-licznik")
    expect(counter).to_contain_text("1 of 1")
    settled(page)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name="jan", exact=True).click()
    expect(page).to_have_url(same_page(asked))
    expect(page.get_by_text("jan@example.org")).to_be_visible()
    expect(counter).to_contain_text("1 of 1")
    settled(page)
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("button", name="End session").click()
    expect(page).to_have_url(same_page(asked))
    expect(page.get_by_role("button", name="Log in")).to_be_visible()
    page.goto(url)
    expect(page.get_by_role("button", name="Zaloguj")).to_be_visible()
    settled(page)
    assert page.url == f"{url}/"


@pytest.mark.parametrize("note", ["https://evil.example/", "//evil.example", "javascript:x=1"])
def test_a_note_of_another_place_leads_nowhere(page, url, settled, note):
    page.goto(url)
    expect(page.get_by_role("button", name="Zaloguj")).to_be_visible()
    page.evaluate("note => sessionStorage.setItem('mapa-praktyk-return', note)", note)
    page.goto(url)
    expect(page.get_by_role("button", name="Zaloguj")).to_be_visible()
    settled(page)
    page.wait_for_function("() => sessionStorage.getItem('mapa-praktyk-return') === null")
    assert page.url == f"{url}/"


@pytest.mark.parametrize(
    ("who", "words"),
    [
        pytest.param("jan", "nie jest na liście osób", id="not named"),
        pytest.param("unverified", "niepotwierdzony adres", id="unverified"),
        pytest.param("unsaid", "niepotwierdzony adres", id="not said to be verified"),
        pytest.param("alike", "nie jest na liście osób", id="looks like one that is named"),
        pytest.param("expired", "Logowanie wygasło", id="expired"),
        pytest.param("", "tylko wyznaczone osoby, po zalogowaniu", id="logged out"),
    ],
)
def test_everybody_else_reads_and_is_told_why(page, url, store, who, words):
    before = (store.corrections(), len(store.edits()))
    if who:
        log_in(page, url, who)
    open_review(page, url)
    expect(page.get_by_text(words).first).to_be_visible()
    correct(page, "nie wolno")
    expect(page.get_by_text("1 poprawka z tej wizyty")).to_be_visible()
    assert (store.corrections(), len(store.edits())) == before


def test_a_login_that_was_ended_in_another_window_saves_nothing(page, url, store):
    log_in(page, url, "anna")
    open_review(page, url)
    other = page.context.new_page()
    other.goto(f"{url}/o-danych")
    log_out(other)
    before = len(store.edits())
    correct(page, "po wylogowaniu")
    expect(page.get_by_text("1 poprawka z tej wizyty")).to_be_visible()
    assert len(store.edits()) == before


def test_a_login_stays_ended_whatever_a_visitor_sends(page, url, store, settled):
    log_in(page, url, "anna")
    open_review(page, url)
    other = page.context.new_page()
    other.goto(f"{url}/o-danych")
    log_out(other)
    other.evaluate(
        """([address, message]) => new Promise(done => {
            const socket = new WebSocket(address, ["streamlit"]);
            socket.onopen = () => {
                socket.send(Uint8Array.from(atob(message), each => each.charCodeAt(0)));
            };
            socket.onmessage = socket.onclose = done;
            setTimeout(() => socket.close(), 3000);
        })""",
        [
            f"{url.replace('http', 'ws')}/_stcore/stream",
            base64.b64encode(BackMsg(clear_cache=True).SerializeToString()).decode(),
        ],
    )
    settled(other)
    before = len(store.edits())
    correct(page, "po wylogowaniu")
    expect(page.get_by_text("1 poprawka z tej wizyty")).to_be_visible()
    assert len(store.edits()) == before


def test_a_login_that_was_ended_by_a_link_saves_nothing_in_another_window(page, url, store):
    log_in(page, url, "anna")
    open_review(page, url)
    other = page.context.new_page()
    other.goto(f"{url}/auth/logout")
    expect(other.get_by_role("button", name="End session")).to_be_visible()
    before = len(store.edits())
    correct(page, "po wylogowaniu")
    expect(page.get_by_text("1 poprawka z tej wizyty")).to_be_visible()
    assert len(store.edits()) == before


def test_a_person_of_many_groups_sees_the_page_and_saves(page, url, settled):
    log_in(page, url, "grouped")
    open_review(page, url)
    settled(page)
    expect(page.get_by_text("Historia zapamięta, kto ją zapisał")).to_be_visible()
    held = page.context.cookies(url)
    assert sum(len(each["name"]) + len(each["value"]) for each in held) < 5000


def test_where_the_list_of_ended_logins_is_damaged_nobody_saves_and_it_is_told(page, url, store):
    log_in(page, url, "anna")
    open_review(page, url)
    before = len(store.edits())
    rename(store, "ended_logins", "hidden")
    try:
        correct(page, "przy uszkodzonej liście")
        expect(page.get_by_text("1 poprawka z tej wizyty")).to_be_visible()
        expect(page.get_by_text("nie może sprawdzić, czy to logowanie").first).to_be_visible()
    finally:
        rename(store, "hidden", "ended_logins")
    assert len(store.edits()) == before


def test_a_made_up_cookie_is_no_login(page, url):
    claims = json.dumps({"email": "anna@example.org", "is_logged_in": True, "iat": time.time()})
    page.context.add_cookies([{"name": "_streamlit_user", "value": claims, "url": url}])
    page.goto(url)
    expect(page.get_by_role("button", name="Zaloguj")).to_be_visible()
