"""Maps in a page: streamlit-folium, and the files that a map loads from this server."""
