"""Logging in and out, for those who may save corrections; readers need no login."""

import datetime as dt
from collections.abc import Mapping
from html import escape

import streamlit as st

from dashboard.locale import Texts
from dashboard.practices.editors import Standing, address_in, standing_of
from dashboard.ui.elements.returning import come_back


def standing() -> Standing:
    """What this reader may do with corrections at this moment.

    Raises:
        SettingsError: The list of editors cannot be read.
    """
    return standing_of(_claims(), now=dt.datetime.now(dt.UTC))


def who() -> str:
    """The e-mail address of the reader; empty where nobody is logged in."""
    return address_in(_claims() or {})


def draw_login(texts: Texts) -> None:
    """Draw who is logged in, and the button, which leads back to the page that is shown.

    Nothing where this dashboard knows no login.
    """
    if _claims() is None:
        return
    with st.container(key="logowanie"):
        come_back()
        if not _claims():
            st.button(texts("login-in"), key="login", on_click=st.login, type="tertiary")
            return
        words = texts("login-as", who=who() or texts("login-no-address"))
        st.html(f'<p class="mp-quiet">{escape(words)}</p>')
        st.button(texts("login-out"), key="logout", on_click=_log_out, type="tertiary")


def _claims() -> Mapping[str, object] | None:
    """What the identity provider says of the reader; empty where nobody is logged in.

    None where no login is set. A visit keeps what it began with, so a login that was ended in
    another window is looked for.
    """
    claims = st.user.to_dict()
    if "is_logged_in" not in claims:
        return None
    if not claims["is_logged_in"] or _login(claims) in _ended():
        return {}
    return claims


def _log_out() -> None:
    """End this login in all windows of the reader."""
    _ended().add(_login(st.user.to_dict()))
    st.logout()


def _login(claims: Mapping[str, object]) -> tuple[str, str, str]:
    """What tells one login from another."""
    issuer, subject, moment = (str(claims.get(name)) for name in ("iss", "sub", "iat"))
    return issuer, subject, moment


@st.cache_resource(show_spinner=False)
def _ended() -> set[tuple[str, str, str]]:
    """The logins that were ended since the start."""
    return set()
