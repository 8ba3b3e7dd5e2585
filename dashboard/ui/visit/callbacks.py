"""What happens when a reader chooses from a list.

Streamlit's browser part names an option by what the list shows of it, and the server looks for it
among what the list shows by then. A request that left before the browser heard of the last run
can bring words that the list does not show any more, those of another language among them.
"""

from collections.abc import Callable, Collection
from typing import TypeVar, cast

import streamlit as st

_Option = TypeVar("_Option")


def when_chosen(
    key: str, options: Collection[_Option], then: Callable[[_Option], object]
) -> Callable[[], None]:
    """Return the callback of a widget that passes on what is chosen.

    What is none of the options is not passed on: the list goes on showing what it showed.

    Args:
        key: The widget's key.
        options: What can be chosen.
        then: Called with the option.
    """

    def chosen() -> None:
        value = st.session_state.get(key)
        if value in options:
            then(cast("_Option", value))

    return chosen
