"""'Usuń poprawkę': takes corrections back, after it has told what that does."""

from collections.abc import Collection
from html import escape

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.explore.catalog import Catalog
from dashboard.explore.review import idle_corrections
from dashboard.locale import Texts
from dashboard.ui import corrections, shell
from geocoding import GeocodingError
from geocoding.overrides import Override


def draw_removal(place_id: str, texts: Texts) -> Override | None:
    """Draw the button where the place has a correction; gives the one that was just removed.

    Raises:
        GeocodingError: The file of corrections holds rows that are not as they should be.
    """
    correction = next((each for each in corrections.standing() if each.id == place_id), None)
    where = "save" if corrections.saves() else "keep"
    if correction is None or not _asked(
        [place_id],
        button=texts("review-remove"),
        meaning=texts(f"review-remove-{where}"),
        texts=texts,
    ):
        return None
    return correction


def draw_idle(catalog: Catalog, texts: Texts) -> None:
    """Name the corrections that change nothing, since their place is not there any more.

    Raises:
        GeocodingError: The file of corrections holds rows that are not as they should be.
    """
    ids = [each.id for each in idle_corrections(catalog, corrections.standing())]
    if not ids:
        return
    listed = ", ".join(map(escape, ids))
    st.html(f'<p class="mp-idle">{texts("correction-idle", count=len(ids))} {listed}</p>')
    where = "save" if corrections.saves() else "keep"
    if _asked(
        ids,
        button=texts("correction-idle-remove"),
        meaning=texts(f"correction-idle-remove-{where}"),
        texts=texts,
    ):
        st.rerun()


def _asked(place_ids: Collection[str], *, button: str, meaning: str, texts: Texts) -> bool:
    """Draw what says its meaning when opened; whether the corrections were removed just now."""
    with st.container(key="usun-poprawke"), st.expander(button):
        st.html(f'<p class="mp-note">{meaning}</p>')
        if not st.button(texts("review-remove-sure"), key="review-remove-sure"):
            return False
    try:
        corrections.remove(place_ids)
    except (DashboardError, GeocodingError) as error:  # a fragment is outside the router
        shell.draw_error(str(error), texts)
        return False
    return True
