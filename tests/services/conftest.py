"""Databases in the real PostgreSQL that `run` starts."""

import os
from itertools import count

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url


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


def run(connection, statement, name):
    connection.execute(sql.SQL(statement).format(sql.Identifier(name)))
