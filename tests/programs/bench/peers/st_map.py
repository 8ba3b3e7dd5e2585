"""Streamlit's own map of points; it tells nothing of a click."""

import streamlit as st
from selection import chosen_rows

st.set_page_config(layout="wide")
st.map(chosen_rows(), height=640, color="#ff0000")
