"""Databases in the real PostgreSQL that `run` starts."""

import os
import socket
import threading
from itertools import count

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from dashboard.store import open_store


def server():
    """The address of the server's owner."""
    return make_url(os.environ["TEST_POSTGRESQL"])


@pytest.fixture(scope="session")
def administrator():
    """A connection of the server's owner, each statement by itself."""
    with psycopg.connect(server().render_as_string(hide_password=False), autocommit=True) as one:
        yield one


@pytest.fixture(scope="session")
def make_database(administrator):
    """A function that makes an empty database and gives its address for a user of it."""
    made, numbers = [], count()

    def make(*, has_postgis=True):
        name = f"register_{next(numbers)}"
        made.append(name)
        run(administrator, "CREATE DATABASE {0}", name)
        run(administrator, "CREATE ROLE {0} LOGIN PASSWORD 'sekret'", name)
        run(administrator, "ALTER DATABASE {0} OWNER TO {0}", name)
        url = server().set(database=name)
        if has_postgis:
            with psycopg.connect(url.render_as_string(hide_password=False)) as connection:
                connection.execute("CREATE EXTENSION postgis")
        user = url.set(username=name, password="sekret")  # noqa: S106  of this test alone
        return user.render_as_string(hide_password=False)

    yield make
    for name in made:
        run(administrator, "DROP DATABASE {0} WITH (FORCE)", name)
        run(administrator, "DROP ROLE {0}", name)


@pytest.fixture
def address(make_database):
    """An empty database, as its user writes its address."""
    return make_database()


@pytest.fixture
def ask(address):
    """A function that runs a statement in the database and gives its rows."""

    def answer(statement):
        with psycopg.connect(address) as connection:
            cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    return answer


@pytest.fixture
def shipped():
    """The practices that come with the program."""
    return open_store().load()


@pytest.fixture
def store(address, shipped):
    """A store in the database with the practices that ship."""
    store = open_store(address)
    store.save(shipped)
    return store


class Line:
    """A line to the server that can be cut: then connections are taken and nothing is said."""

    def __init__(self, host, port):
        self._target = (host, port)
        self._is_whole = threading.Event()
        self._is_whole.set()
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port = self._door.getsockname()[1]
        threading.Thread(target=self._take_calls, daemon=True).start()

    def cut(self):
        self._is_whole.clear()

    def mend(self):
        self._is_whole.set()

    def close(self):
        self._door.close()
        self.mend()

    def _take_calls(self):
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            far = socket.create_connection(self._target)
            for pair in ((near, far), (far, near)):
                threading.Thread(target=self._pass_on, args=pair, daemon=True).start()

    def _pass_on(self, source, target):
        try:
            while content := source.recv(1 << 16):
                self._is_whole.wait()
                target.sendall(content)
        except OSError:
            pass
        finally:
            source.close()
            target.close()


@pytest.fixture
def line():
    line = Line(server().host, server().port)
    yield line
    line.close()


def run(connection, statement, name):
    connection.execute(sql.SQL(statement).format(sql.Identifier(name)))
