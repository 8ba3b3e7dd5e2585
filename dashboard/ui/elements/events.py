"""The events and states that the elements send to the server."""

from typing import Any

import streamlit as st


def event_value(key: str, event: str) -> Any:  # noqa: ANN401  whatever the element sends
    """Return the value of an element's event or state; None where there is none.

    A reader can be quicker than the server: what was pressed may be an element of a page that was
    left, or one that the last run did not draw any more; of neither anything is known by then.

    Args:
        key: The element's key.
        event: The name of the event or state.
    """
    return (st.session_state.get(key) or {}).get(event)
