"""A plain folium map in Streamlit: a marker a row in a MarkerCluster, a click tells of its row."""

import folium
import streamlit as st
from folium.plugins import MarkerCluster
from offline_folium import link_files_beside
from selection import chosen_rows
from streamlit_folium import st_folium

st.set_page_config(layout="wide")
link_files_beside()
rows = chosen_rows()
country = folium.Map([52.1, 19.3], zoom_start=6, tiles=None, maxZoom=18)
cluster = MarkerCluster().add_to(country)
for row in rows.itertuples():
    folium.Marker([row.lat, row.lon], tooltip=row.title).add_to(cluster)
told = st_folium(country, height=640, width=1000, returned_objects=["last_object_clicked_tooltip"])
title = (told or {}).get("last_object_clicked_tooltip")
if title:
    with st.container(key="detail"):
        st.table(rows[rows["title"] == title.strip()].T)
