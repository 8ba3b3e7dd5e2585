"""Logging in and out, for those who may save corrections; readers need no login."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from html import escape

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.locale import Texts
from dashboard.practices.corrections import is_editing
from dashboard.practices.editors import Permission, address_in, permission_of
from dashboard.store import open_store
from dashboard.store.ended_logins import end_login, is_ended
from dashboard.ui.elements.returning import come_back
from dashboard.ui.error_words import log_once


def permission() -> Permission:
    """Return what this reader may do with corrections at this moment.

    Raises:
        SettingsError: The list of editors cannot be read.
    """
    if is_editing() and not open_store().is_editable:
        return Permission.READS
    claims = _claims()
    if claims and is_editing():
        ended = _is_ended(claims)
        if ended is None:
            return Permission.UNCHECKED
        claims = {} if ended else claims
    return permission_of(claims, now=dt.datetime.now(dt.UTC))


def who() -> str:
    """Return the e-mail address of the reader as it came; empty where nobody is logged in."""
    return address_in(_claims() or {})


def draw_login(texts: Texts) -> None:
    """Draw who is logged in, and the button, which leads back to the page that is shown.

    Nothing where this dashboard knows no login.
    """
    claims = _claims()
    if claims is None:
        return
    with st.container(key="logowanie"):
        come_back()
        if not claims or _is_ended(claims):
            st.button(texts("login-in"), key="login", on_click=st.login, type="tertiary")
            return
        words = texts("login-as", who=who() or texts("login-no-address"))
        st.html(f'<p class="mp-quiet">{escape(words)}</p>')
        st.button(texts("login-out"), key="logout", on_click=_log_out, type="tertiary")


def _claims() -> Mapping[str, object] | None:
    """Return what the identity provider says of the reader; empty where nobody is logged in.

    None where no login is set. A visit keeps what it began with, also when its login was ended in
    another window meanwhile.
    """
    claims = st.user.to_dict()
    if "is_logged_in" not in claims:
        return None
    return claims if claims["is_logged_in"] else {}


def _is_ended(claims: Mapping[str, object]) -> bool | None:
    """Say whether this login was ended, in any window and at any server; None if nobody can say."""
    try:
        return is_ended(open_store().ended_logins(), claims)
    except DashboardError as error:
        log_once(str(error))
        return None


def _log_out() -> None:
    """End this login in all windows of the reader.

    The browser then asks for the address of logging out, where the server does the same for the
    login of its cookie, and says so where that cannot be done.
    """
    with suppress(DashboardError):
        end_login(open_store().ended_logins(), st.user.to_dict())
    st.logout()
