"""Geocoding services, asked only where the user names one: Nominatim and the state's UUG.

`nominatim` and `uug` turn an address into requests and answers into places; `gate` keeps
the service's limits; `weigh` decides among the places, by the same rules for both.
"""
