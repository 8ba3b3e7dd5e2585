"""Geocoding services, asked only where the user names one: Nominatim and the state's UUG.

`services` lists them: a new one is one class and one entry there. `nominatim` and `uug` turn an
address into requests and answers into places; `rate_limiter` spaces the requests;
`score_results` chooses one of the places, by the same rules for every service.
"""
