"""Where practices are: a store in SQL tables, or a table file that is only read.

`open_source` gives what `--data` names, `open_store` what is changed. A table is held whole, as
columns, by whoever shows it: a filter over 100,000 practices then takes milliseconds, less than a
query's way to a database and back, so no store is asked to filter.
"""
