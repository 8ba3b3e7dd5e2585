"""The form that corrects the position of a place, saves the correction or removes it."""

import datetime as dt

import streamlit as st
from pydantic import ValidationError

from dashboard.errors import DashboardError, EditConflictError
from dashboard.explore.quality.review import ReviewedPlace
from dashboard.locale import Texts
from dashboard.practices.corrections import address_of_correction
from dashboard.ui.error_words import draw_not_saved, words_for
from dashboard.ui.review import corrections, review_values
from dashboard.ui.review.removal import draw_removal
from dashboard.ui.review.review_values import LAT, LON, PRECISION, REASON
from dashboard.ui.visit import view_requests
from dashboard.ui.visit.text_fields import draw_text_field, text_in
from dashboard.views.quality.history import correction_html
from geocoding import GeocodingError, Precision
from geocoding.overrides import Override


def draw_form(reviewed: ReviewedPlace, texts: Texts) -> None:
    """Draw the point, what it stands for, the reason, and the button that keeps them."""
    st.html(f'<h3 class="mp-subsection">{texts("review-correction")}</h3>')
    st.html(f'<p class="mp-note">{texts("review-how")}</p>')
    columns = st.columns(2)
    for column, key in zip(columns, (LAT, LON), strict=True):
        column.number_input(texts(key), key=key, step=0.001, format="%.5f")
    st.selectbox(
        texts("review-precision"),
        [each.value for each in Precision],
        format_func=lambda value: texts(f"quality-precision-{value}"),
        placeholder=texts("review-precision-choose"),
        key=PRECISION,
    )
    draw_text_field(texts("review-reason"), REASON, placeholder=texts("review-reason-hint"))
    _submit(reviewed, texts)
    corrections.draw_corrections(texts)


def _submit(reviewed: ReviewedPlace, texts: Texts) -> None:
    """Draw the buttons that keep the correction or take it back, and what came of it."""
    where = "save" if corrections.is_persistent() else "keep"
    saved = corrections.saved_at(reviewed.id)
    if where == "save" and saved != review_values.seen():
        _draw_conflict(saved, texts)
    if st.button(texts(f"review-{where}"), key="review-put", type="primary"):
        _keep(reviewed, where, texts)
    if removed := draw_removal(reviewed.id, texts, seen=review_values.shown()):
        review_values.see(None if where == "save" else saved)
        review_values.fill_anew(removed)
        review_values.announce_done(f"remove-{where}")
        view_requests.request_focus("poprawka-stan")
        st.rerun()
    if review_values.done():
        done = texts(f"review-done-{review_values.done()}")
        st.html(f'<p id="poprawka-stan" class="mp-done" role="status" tabindex="-1">{done}</p>')
    review_values.mark_shown()


def _draw_conflict(saved: Override | None, texts: Texts) -> None:
    """Say what somebody else made of the correction meanwhile, and ask which one is to stay."""
    with st.container(key="poprawka-spor"):
        st.html(
            f'<p role="alert">{texts("review-conflict")}</p><p>{correction_html(saved, texts)}</p>'
        )
        st.button(
            texts("review-conflict-mine"),
            key="review-conflict-mine",
            on_click=review_values.see,
            args=(saved,),
        )
        if st.button(texts("review-conflict-theirs"), key="review-conflict-theirs"):
            review_values.fill_anew()
            st.rerun()


def _keep(reviewed: ReviewedPlace, where: str, texts: Texts) -> None:
    """Save what the controls hold, or say what is wrong with it."""
    review_values.announce_done("")
    try:
        correction = _correction(reviewed, texts)
        if correction is None:
            return
        corrections.put(correction, seen=review_values.shown())
    except EditConflictError:
        review_values.announce_done("conflict")
        st.rerun()  # what it is by now is drawn
    except (DashboardError, GeocodingError) as error:  # a fragment is outside the router
        draw_not_saved(words_for(error, texts), texts)
        return
    if where == "save":
        review_values.see(correction)
    review_values.mark_saved()
    review_values.announce_done(where)
    st.rerun()


def _correction(reviewed: ReviewedPlace, texts: Texts) -> Override | None:
    """Return what the controls hold; None where something is wrong with it, which is said."""
    point, precision = review_values.chosen(), st.session_state[PRECISION]
    reason = text_in(REASON).strip()
    needs = {"point": point, "precision": precision, "reason": reason}
    missing = [name for name, value in needs.items() if not value]
    if missing or point is None:
        st.warning(texts(f"review-needs-{missing[0]}"))
        return None
    try:
        return Override(
            id=reviewed.id,
            address=address_of_correction(reviewed.address),
            lat=point[0],
            lon=point[1],
            precision=precision,
            reason=reason,
            date=dt.datetime.now().astimezone().date(),
        )
    except ValidationError:
        st.warning(texts("review-outside"))
        return None
