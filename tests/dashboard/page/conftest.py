"""The application as Streamlit runs it for one visitor, without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard.variables import DATA_VARIABLE


@pytest.fixture
def visit(monkeypatch):
    """A function that opens a page ("": the first one) on a table (None: the shipped one).

    What follows are parameters of the address.
    """

    def run(script="", table=None, **query):
        if table is not None:
            monkeypatch.setenv(DATA_VARIABLE, str(table))
        page = AppTest.from_file(f"{dashboard.__path__[0]}/app.py", default_timeout=60)
        for name, value in query.items():
            page.query_params[name] = value
        page.run()
        return page.switch_page(f"app_pages/{script}.py").run() if script else page

    return run
