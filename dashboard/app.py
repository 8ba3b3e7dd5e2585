"""The router: the pages, what surrounds them, and the one place that catches known errors."""

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.locale import texts_in
from dashboard.ui.error_words import draw_error, words_for
from dashboard.ui.frame import navigation, shell
from dashboard.ui.visit import address, state, visits
from geocoding import GeocodingError


def main() -> None:
    """Draw the page that the address asks for."""
    visits.end_after_the_reader()
    address.restore_unless_revisited()
    texts = texts_in(state.language())
    st.set_page_config(
        page_title=texts("app-name"),
        page_icon=str(shell.ICON),
        layout="wide",
        initial_sidebar_state=280,
    )
    shell.draw_word_style(texts)
    page = st.navigation(list(navigation.pages(texts).values()), position="hidden")
    st.set_page_config(page_title=f"{page.title} · {texts('app-name')}")
    address.enter_page(page.url_path)
    try:
        page.run()
    except (DashboardError, GeocodingError) as error:
        draw_error(words_for(error, texts), texts)


main()
