"""What stands between a browser and Streamlit: who is answered, with what, in which order."""
