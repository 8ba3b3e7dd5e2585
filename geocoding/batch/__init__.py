"""A file of addresses in, the same file with a point for each row out.

`cli` is the command and `options` its options; `assembly` makes the geocoder of the settings;
`run` works through a table, `columns` finds the parts of the addresses in it, `table` writes the
answers; `summary`, `audit` and `report` say what came out. `parallel` does it on a Dask cluster.
"""
