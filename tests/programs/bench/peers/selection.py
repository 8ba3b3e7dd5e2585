"""The two filters of a plain Streamlit application, over the rows beside the program."""

import pandas as pd
import streamlit as st

TABLE = "rows.parquet"


@st.cache_data
def read_rows() -> pd.DataFrame:
    """All rows."""
    return pd.read_parquet(TABLE)


def chosen_rows() -> pd.DataFrame:
    """The rows that the reader asks for."""
    rows = read_rows()
    with st.sidebar:
        words = st.text_input("Szukaj")
        voivodeships = st.multiselect("Województwo", sorted(rows["voivodeship"].unique()))
    if words:
        rows = rows[rows["title"].str.contains(words, case=False, regex=False)]
    if voivodeships:
        rows = rows[rows["voivodeship"].isin(voivodeships)]
    return rows
