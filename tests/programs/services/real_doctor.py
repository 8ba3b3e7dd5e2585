"""What `mapa-praktyk doctor` says of a real PostgreSQL with PostGIS; started by `run`."""

import json
import os

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from dashboard.cli import main
from dashboard.store import open_store

SERVER = make_url(os.environ["TEST_POSTGRESQL"])
DATABASE = "examined"
PASSWORD = "sekretne-haslo"  # noqa: S105  of this test alone
WRONG = "inne-haslo"


@pytest.fixture
def administer():
    """A function that runs a statement about the database and its user, as the server's owner."""
    url = SERVER.render_as_string(hide_password=False)
    with psycopg.connect(url, autocommit=True) as connection:

        def run(statement):
            name, password = sql.Identifier(DATABASE), sql.Literal(PASSWORD)
            connection.execute(sql.SQL(statement).format(name=name, password=password))

        yield run


@pytest.fixture
def bare(administer):
    """The address of an empty database without PostGIS."""
    administer("CREATE ROLE {name} LOGIN PASSWORD {password}")
    administer("CREATE DATABASE {name} OWNER {name}")
    yield SERVER.set(database=DATABASE, username=DATABASE, password=PASSWORD)
    administer("DROP DATABASE {name} WITH (FORCE)")
    administer("DROP ROLE {name}")


@pytest.fixture
def empty(bare):
    """The address of an empty database."""
    with psycopg.connect(shown(SERVER.set(database=DATABASE))) as connection:
        connection.execute("CREATE EXTENSION postgis")
    return bare


@pytest.fixture
def filled(empty):
    """The address of a database with the practices that ship."""
    open_store(shown(empty)).save(open_store().load())
    return empty


def shown(url):
    return url.render_as_string(hide_password=False)


@pytest.fixture
def examine(capsys, monkeypatch, tmp_path):
    """A function that gives exit code and findings by their names; no password is in any output."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MAPA_PRAKTYK_PREPARED", str(tmp_path / "prepared"))

    def run(*arguments):
        with pytest.raises(SystemExit) as ended:
            main(["doctor", *arguments])
        told = capsys.readouterr()
        said = told.out + told.err
        assert [word for word in (PASSWORD, WRONG, SERVER.password) if word in said] == []
        return ended.value.code, told.out

    def ask(url, *options):
        code, report = run("--data", shown(url), "--json", *options)
        assert run("--data", shown(url), *options)[0] == code
        return code, {each["check"]: each for each in json.loads(report)["findings"]}

    return ask


def test_all_is_well(examine, filled):
    code, findings = examine(filled, "--edit")
    assert code == 0
    assert findings["table"]["found"].endswith("11 practices, as the schema asks")
    assert findings["saving"]["grade"] == "ok"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({"password": WRONG}, "password authentication failed", id="wrong password"),
        pytest.param({"port": 1}, "is the server running", id="server down"),
        pytest.param({"database": "none"}, 'database "none" does not exist', id="no database"),
    ],
)
def test_a_server_that_does_not_let_in(examine, filled, changes, words):
    code, findings = examine(filled.set(**changes))
    assert (code, findings["table"]["grade"]) == (1, "problem")
    assert words in findings["table"]["found"]
    assert "~/.pgpass or PGPASSWORD" in findings["table"]["found"]


def test_no_postgis(examine, bare):
    code, findings = examine(bare)
    assert code == 1
    assert "CREATE EXTENSION postgis" in findings["table"]["found"]


@pytest.mark.parametrize("option", ["", "--edit"])
def test_no_table(examine, empty, option):
    code, findings = examine(empty, *filter(None, [option]))
    assert code == 1
    assert findings["table"]["found"].endswith("there is none")
    assert "mapa-praktyk import" in findings["table"]["remedy"]
    assert not open_store(shown(empty)).exists()


def test_tables_of_an_older_version(examine, filled):
    with psycopg.connect(shown(filled)) as connection:
        connection.execute("UPDATE practice_state SET tables_version = 0")
    code, findings = examine(filled)
    assert code == 1
    assert "have version 0, this program needs 2" in findings["table"]["found"]


def test_a_user_who_may_not_save(examine, filled):
    with psycopg.connect(shown(SERVER.set(database=DATABASE))) as connection:
        for table in ("practices", "practice_places"):
            connection.execute(f"ALTER TABLE {table} OWNER TO CURRENT_USER")
        name = sql.Identifier(DATABASE)
        connection.execute(
            sql.SQL("GRANT SELECT ON ALL TABLES IN SCHEMA public TO {}").format(name)
        )
    assert examine(filled)[0] == 0
    code, findings = examine(filled, "--edit")
    assert (code, findings["saving"]["grade"]) == (1, "problem")
    assert "the owner of the tables can GRANT it" in findings["saving"]["found"]
