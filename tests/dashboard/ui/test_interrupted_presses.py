"""A press whose run ends before it wrote an address, since the next request is there already."""

from streamlit.testing.v1 import AppTest

APP = """
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.ui.visit import address
from dashboard.ui.visit import data
from dashboard.ui.visit import state
from dashboard.ui.visit import widget_keys


def search():
    get_script_run_ctx().script_requests.request_stop()
    state.publish()


get_script_run_ctx().is_history_navigation = st.session_state.get("goes-back", False)
address.restore_unless_revisited()
address.enter_page("")
state.follow_address(data.read().catalog)
st.text_input("Search", key=widget_keys.SEARCH, on_change=search)
"""


def test_the_address_that_the_reader_goes_back_to_is_shown():
    page = AppTest.from_string(APP, default_timeout=60)
    page.query_params["szukaj"] = "park"
    page.run()
    page.text_input[0].set_value("bochni").run()
    page.session_state["goes-back"] = True
    page.run()
    assert page.query_params == {"szukaj": "park"}
    assert page.text_input[0].value == "park"
