"""A visitor's own practices are in no other visit, and gone when theirs ends."""

import gc

from streamlit.runtime.caching import cache_resource_api
from streamlit.testing.v1 import AppTest

import dashboard
from dashboard.explore.catalog.catalog import Catalog

TABLE = (
    "Nazwa praktyki;Miejscowość;Kod pocztowy;Rodzaj jednostki;Data wdrożenia\n"
    "Praktyka tylko moja;Bochnia;32-700;gmina miejska;2019-05-01\n"
    "Druga tylko moja;Liszki;32-060;gmina wiejska;2020-05-01\n"
)
PAGES = ("map", "coverage", "analysis")


def visit():
    """A visit that brought its own practices, and looked at them on every page."""
    page = AppTest.from_file(f"{dashboard.__path__[0]}/app.py", default_timeout=120).run()
    page.switch_page("app_pages/add_page.py").run()
    page.file_uploader(key="add-files").set_value([("t.csv", TABLE.encode(), "text/csv")]).run()
    page.button(key="add-read").click().run()
    page.query_params["uzupelnij"] = "nie"
    for script in PAGES:
        page.switch_page(f"app_pages/{script}_page.py").run()
        assert not page.exception
    return page


def own_catalogues():
    gc.collect()
    catalogues = [each for each in gc.get_objects() if type(each) is Catalog]
    return [each for each in catalogues if "Praktyka tylko moja" in set(each.practices["title"])]


def test_nothing_keeps_a_visitors_own_practices_after_the_visit():
    page = visit()
    assert own_catalogues()
    cache_resource_api.clear_session_cache("test session id")  # as the server does at the end
    del page
    assert not own_catalogues()
