"""'Usuń poprawkę': takes corrections back, after it has said what that does."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from dashboard.errors import DashboardError, EditConflictError
from dashboard.explore.catalog.catalog import Catalog
from dashboard.explore.quality.review import idle_corrections
from dashboard.locale import Texts
from dashboard.ui.error_words import draw_not_saved, words_for
from dashboard.ui.review import corrections, review_values
from dashboard.ui.visit import widget_keys
from dashboard.ui.visit.text_fields import draw_text_field, text_in
from geocoding import GeocodingError
from geocoding.overrides import Override


def draw_removal(place_id: str, texts: Texts, *, seen: Override | None) -> Override | None:
    """Draw the button where the place has a correction; gives the one that was just removed.

    Args:
        place_id: Name of the place.
        texts: The language.
        seen: The saved correction that the reader knows of.

    Raises:
        GeocodingError: The file of corrections holds rows that are not as they should be.
    """
    correction = next(
        (each for each in corrections.active_corrections() if each.id == place_id), None
    )
    where = "save" if corrections.is_persistent() else "keep"
    if correction is None or not _asked(
        {place_id: seen},
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
    idle = idle_corrections(catalog, corrections.active_corrections())
    if not idle:
        return
    ids = {each.id: corrections.saved_at(each.id) for each in idle}
    listed = ", ".join(map(escape, ids))
    st.html(f'<p class="mp-idle">{texts("correction-idle", count=len(ids))} {listed}</p>')
    where = "save" if corrections.is_persistent() else "keep"
    if _asked(
        ids,
        button=texts("correction-idle-remove"),
        meaning=texts(f"correction-idle-remove-{where}"),
        texts=texts,
    ):
        st.rerun()


def _asked(seen: Mapping[str, Override | None], *, button: str, meaning: str, texts: Texts) -> bool:
    """Draw what says its meaning when opened; whether the corrections were removed just now."""
    with st.container(key="usun-poprawke"), st.expander(button):
        st.html(f'<p class="mp-note">{meaning}</p>')
        if corrections.is_persistent():
            draw_text_field(texts("review-remove-reason"), widget_keys.REMOVAL_REASON)
        if not st.button(texts("review-remove-sure"), key="review-remove-sure"):
            return False
    try:
        corrections.remove(seen, reason=text_in(widget_keys.REMOVAL_REASON).strip())
    except EditConflictError:
        review_values.announce_done("conflict")
        st.rerun()  # what it is by now is drawn
    except (DashboardError, GeocodingError) as error:  # a fragment is outside the router
        draw_not_saved(words_for(error, texts), texts)
        return False
    return True
