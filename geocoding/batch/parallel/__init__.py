"""Tables past one machine's memory: the same geocoder on the workers of a Dask cluster.

source.py opens CSV or Parquet as partitions; parts.py keeps one Parquet file for each of them and
knows which are done; engine.py has the workers make those that are missing.
"""
