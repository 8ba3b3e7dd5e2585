"""The catalogue of practices, prepared for every filter and view."""
