"""The reference tables, joined and indexed: everything that an address may mean.

`index` holds the Gazetteer itself; the other modules make its parts.
"""
