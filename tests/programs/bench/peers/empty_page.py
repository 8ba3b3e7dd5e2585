"""The least that shows a mark on a folium map in Streamlit: the floor under all others."""

import folium
from offline_folium import link_files_beside
from streamlit_folium import st_folium

link_files_beside()
country = folium.Map([52.1, 19.3], zoom_start=6, tiles=None)
folium.Marker([52.1, 19.3]).add_to(country)
st_folium(country, height=640, width=1000, returned_objects=[])
