"""Mapa Praktyk: the dashboard of practices on a map of Poland, and the command that opens it."""
