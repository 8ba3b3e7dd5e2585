"""What in the file of a figure does not fit: how much of it, and a list of all."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.explore.figures.problems import FigureProblem
from dashboard.locale import Texts
from dashboard.views.figures.words import problem_counts, problem_rows


def draw_problems(problems: Sequence[FigureProblem], texts: Texts, *, key: str) -> None:
    """Draw how many problems of each kind there are, and where each of them is.

    Args:
        problems: What does not fit.
        texts: The language.
        key: Key of the list: the page and the dialog over it can both draw one.
    """
    if not problems:
        return
    lines = "".join(f"<li>{escape(each)}</li>" for each in problem_counts(problems, texts))
    st.html(f"<ul>{lines}</ul>")
    with st.expander(texts("figure-problems", count=len(problems))):
        st.dataframe(problem_rows(problems, texts), hide_index=True, key=key)
