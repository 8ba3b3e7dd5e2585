"""What touches Streamlit besides the pages."""
